# Arabic. Verbal nouns for what a button does. The six forms by number stand once, in messages of their own that others
# put in after a colon. A bookmark is «علامة», a mark in a text «تظليل».

language-name = العربية
language-direction = rtl

### Words of many places

undo = تراجع
close = إغلاق
cancel = إلغاء
save = حفظ
saving = جارٍ الحفظ…
stop = إيقاف
done = تم
add = إضافة
open = فتح
play = تشغيل
name = الاسم
more = المزيد
back = رجوع
pictures-title = صور
try-again = إعادة المحاولة
trying = جارٍ المحاولة…
being-fetched = جارٍ الجلب…
one-moment = لحظة من فضلك…
with-key = { $what } ({ $key })
with-title = { $what }: { $title }
of = { $now } من { $all }
of-about = { $now } من نحو { $all }
about-of = نحو { $now } من { $all }
of-articles = { $now } من { $all }
of-texts = { $now } من { $all }
articles =
    { $count ->
        [zero] لا مقالات
        [one] مقالة واحدة
        [two] مقالتان
        [few] { $count } مقالات
        [many] { $count } مقالة
       *[other] { $count } مقالة
    }
words =
    { $count ->
        [zero] لا كلمات
        [one] كلمة واحدة
        [two] كلمتان
        [few] { $count } كلمات
        [many] { $count } كلمة
       *[other] { $count } كلمة
    }
count-pictures =
    { $count ->
        [zero] لا صور
        [one] صورة واحدة
        [two] صورتان
        [few] { $count } صور
        [many] { $count } صورة
       *[other] { $count } صورة
    }
count-files =
    { $count ->
        [zero] لا ملفات
        [one] ملف واحد
        [two] ملفان
        [few] { $count } ملفات
        [many] { $count } ملفًا
       *[other] { $count } ملف
    }
count-pages =
    { $count ->
        [zero] لا صفحات
        [one] صفحة واحدة
        [two] صفحتان
        [few] { $count } صفحات
        [many] { $count } صفحة
       *[other] { $count } صفحة
    }
count-parts =
    { $count ->
        [zero] لا أجزاء
        [one] جزء واحد
        [two] جزءان
        [few] { $count } أجزاء
        [many] { $count } جزءًا
       *[other] { $count } جزء
    }
and-more = و{ $count } غيرها
and-more-articles = وغيرها: { articles }
minutes = { $count } د
minutes-left = بقي { $count } د
untitled = بلا عنوان

### The shelf

shelves = الرفوف
home = الرئيسية
unread = غير المقروءة
bookmarks = العلامات
archive = الأرشيف
trash = المهملات
browse = تصفح
help = مساعدة
settings = الإعدادات
library = المكتبة
tags = الوسوم
collections = المجموعات
articles-list = المقالات
search = بحث
search-in =
    { $shelf ->
        [unread] بحث في غير المقروءة
        [bookmarks] بحث في العلامات
        [archive] بحث في الأرشيف
       *[other] بحث هنا
    }
search-all = بحث ({ articles })
clear-search = مسح البحث
sort-and-layout = الترتيب والعرض
save-pages = حفظ صفحات
opening-library = جارٍ فتح المكتبة…
to-know =
    { $count ->
        [zero] لا ملاحظات
        [one] ملاحظة واحدة
        [two] ملاحظتان
        [few] { $count } ملاحظات
        [many] { $count } ملاحظة
       *[other] { $count } ملاحظة
    }
found = النتائج: { $count }
continue = متابعة
minutes-left-of = بقي { $left } من { $all } د
read-when = قُرئت { $when }
not-fetched-yet = لم تُجلب بعد
is-bookmarked = بعلامة
is-archived = مؤرشفة
select = تحديد
all-tags = كل الوسوم ({ $count })
collection = مجموعة

### The front page

front-page = الصفحة الأولى
front-new = الجديد
front-reading = متابعة القراءة
front-short = مقالة قصيرة
front-long = مقالة طويلة
time-label = لديّ … من الدقائق
time-before = لديّ
time-after = من الدقائق
time-minutes =
    { $count ->
        [zero] لا دقائق
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
picks-one = مقالة واحدة
picks-one-title = واحدة تملأ الوقت كله
picks-several = عدة مقالات
picks-or =
    { $count ->
        [2] أو اثنتان، { $minutes } د
       *[other] أو ثلاث، { $minutes } د
    }
picks-these =
    { $count ->
        [2] هاتان الاثنتان، { $minutes } د
       *[other] هذه الثلاث، { $minutes } د
    }
picks-none = لا شيء غير مقروء بهذه المدة تقريبًا: { time-minutes }.
picks-others = غيرها

### What is done with articles

bookmark = علامة
remove-bookmark = إزالة العلامة
archive-verb = أرشفة
move-to-archive = نقل إلى الأرشيف
move-out-of-archive = إخراج من الأرشيف
move-to-trash = نقل إلى المهملات
mark-read = تعليم كمقروءة
mark-unread = تعليم كغير مقروءة
toggle-bookmarks = إضافة العلامات أو إزالتها
toggle-archive = نقل إلى الأرشيف أو إخراج منه
toggle-read = تعليم كمقروءة أو غير مقروءة
read-verb = مقروءة
read-aloud = قراءة جهرية
read-aloud-later = قراءة جهرية، الآن أو بعد ما يُقرأ
open-tags = الوسوم…
open-collections = المجموعات…
show-in-file-manager = إظهار في مدير الملفات
open-original = فتح الأصل
move-up = تحريك لأعلى
move-down = تحريك لأسفل
remove-from-this = إزالة من هذه المجموعة
swipe-archive = أرشفة
swipe-unarchive = إخراج من الأرشيف
swipe-trash = المهملات
told-bookmarked =
    { $count ->
        [1] أُضيفت العلامة.
       *[other] أُضيفت العلامة إلى: { articles }.
    }
told-unbookmarked =
    { $count ->
        [1] أُزيلت العلامة.
       *[other] أُزيلت العلامة من: { articles }.
    }
told-archived =
    { $count ->
        [1] نُقلت إلى الأرشيف.
       *[other] نُقل إلى الأرشيف: { articles }.
    }
told-unarchived =
    { $count ->
        [1] أُخرجت من الأرشيف.
       *[other] أُخرج من الأرشيف: { articles }.
    }
told-read =
    { $count ->
        [1] عُلّمت كمقروءة.
       *[other] عُلّم كمقروء: { articles }.
    }
told-unread =
    { $count ->
        [1] عُلّمت كغير مقروءة.
       *[other] عُلّم كغير مقروء: { articles }.
    }
told-trashed =
    { $count ->
        [1] نُقلت إلى المهملات.
       *[other] نُقل إلى المهملات: { articles }.
    }
told-tagged =
    { $count ->
        [1] أُضيف الوسم «{ $name }».
       *[other] أُضيف الوسم «{ $name }» إلى: { articles }.
    }
told-added =
    { $count ->
        [1] أُضيفت إلى «{ $name }».
       *[other] أُضيف إلى «{ $name }»: { articles }.
    }
told-taken-out =
    { $count ->
        [1] أُزيلت من «{ $name }».
       *[other] أُزيل من «{ $name }»: { articles }.
    }
told-moved = نُقلت.
told-removed-here = أُزيلت من هذه المجموعة.
selected-articles = المقالات المحددة
selected = المحدد: { $count }
select-all = تحديد الكل ({ $count })
clear-selection = إلغاء التحديد

### Tags and collections

tags-of = الوسوم ({ articles })
add-tag = إضافة وسم
remove-the-tag = إزالة الوسم { $name }
tag-removed = أُزيل الوسم «{ $name }».
tags-in-use = الوسوم المستخدمة
tags-hint = تُحفظ الوسوم بجانب المقالات، وتبقى الملفات كما هي.
write-tags =
    { $count ->
        [1] كتابتها في الملف أيضًا
       *[other] كتابتها في الملفات أيضًا
    }
tags-there = هذه الوسوم موجودة في الملفات من قبل.
tags-written = كُتبت في: { count-files }.
collections-of = المجموعات ({ articles })
new-collection-name = اسم مجموعة جديدة
new-collection = مجموعة جديدة
rename = إعادة تسمية
rename-more = إعادة تسمية…
rename-tag = إعادة تسمية الوسم
rename-collection = إعادة تسمية المجموعة
renamed = صار اسم «{ $before }» الآن «{ $name }».
remove-from-all = إزالة من كل المقالات
change-search-more = تغيير البحث…
change-search = تغيير البحث
change = تغيير
search-changed = تغيّر البحث.
delete = حذف
collection-deleted = حُذفت «{ $name }». مقالاتها باقية في مكانها.

### Searching

search-offers = اقتراحات
searched-too = جرى البحث أيضًا عن «{ $words }».
save-search = حفظ هذا البحث
search-saved = أصبح «{ $name }» بين المجموعات.

### What an empty shelf says

nothing-found = لم يُعثر على شيء عن «{ $words }»
nothing-found-hint = يشمل البحث النصوص والعناوين والوسوم والأقسام والمواقع والكتّاب.
no-tagged = لا مقالة بهذا الوسم
no-tagged-hint = يُضاف إلى المقالات من قوائمها أو بالمفتاح t.
empty-collection = هذه المجموعة فارغة
empty-collection-hint = تُضاف المقالات إليها من قوائمها.
all-read = قُرئ كل شيء
all-read-hint = ما تحفظه بعد الآن ينتظر هنا.
no-bookmarks = لا علامات بعد
no-bookmarks-hint = ضع علامة على مقالة لتجدها هنا.
empty-archive = الأرشيف فارغ
empty-archive-hint = انقل إلى هنا ما انتهيت منه من المقالات. تبقى في مكتبتك.
empty-shelf = الرف فارغ
empty-shelf-hint = ضع ملفات Markdown أو نصوصًا في مجلد المكتبة فتظهر هنا.
show-folder = إظهار المجلد
import-folder-more = استيراد مجلد…
choose-folder = اختيار مجلد آخر

### Sort and layout

sort-by = الترتيب حسب
sort-saved = الحفظ
sort-published = النشر
sort-title = العنوان
sort-site = الموقع
sort-length = الطول
sort-progress = التقدم
sort-random = عشوائي
order = الاتجاه
newest-first = الأحدث أولًا
oldest-first = الأقدم أولًا
z-to-a = من ي إلى أ
a-to-z = من أ إلى ي
longest-first = الأطول أولًا
shortest-first = الأقصر أولًا
most-read-first = الأكثر قراءة أولًا
least-read-first = الأقل قراءة أولًا
layout = العرض
layout-list = قائمة
layout-compact = مضغوط
layout-grid = شبكة
collection-order = للمجموعة ترتيبها الخاص: تُحرَّك المقالات من قوائمها. والبحث المحفوظ مرتب كما تقول كلماته.
front-setting = الصفحة الأولى فوق أحدث المقالات

### An open article

contents = المحتويات
reading-settings = إعدادات القراءة
is-read = مقروءة
nothing-in-file = لا شيء في هذا الملف بعد.
saved-on = حُفظت في { $when }
not-as-written =
    { $count ->
        [1] موضع واحد لا يظهر كما كُتب
       *[other] مواضع لا تظهر كما كُتبت: { $count }
    }
notes = الحواشي
note = الحاشية { $number }
back-to-text = العودة إلى النص
back-to-mention = العودة إلى الموضع { $number }
enlarge = تكبير الصورة
not-saved-with-article = لم تُحفظ مع هذه المقالة
cannot-open = تعذّر فتح هذه المقالة
picture = صورة
previous-picture = الصورة السابقة
next-picture = الصورة التالية
previous-next = المقالة السابقة والتالية
previous = السابقة
next = التالية
related = ذات صلة
table = جدول
copy = نسخ
copied = نُسخ
not-copied = تعذّر النسخ
print = طباعة…
loading = جارٍ التحميل…
cannot-play = لا يستطيع نظامك تشغيل هذا الملف.
too-large-to-play = هذا الملف أكبر من 200 م.ب، وهو أكبر من أن يُشغَّل هنا. شغّله في برنامج آخر.
back-to-where = العودة إلى الموضع السابق
find = بحث في المقالة
previous-match = المطابقة السابقة
next-match = المطابقة التالية
not-found = لم يُعثر عليه
words-a-minute = الكلمات في الدقيقة
pace = { $count } كلمة/د
slower = أبطأ
faster = أسرع
auto-scroll = تمرير تلقائي
start-auto-scroll = بدء التمرير التلقائي
pause-auto-scroll = إيقاف التمرير التلقائي مؤقتًا
start = بدء
pause = إيقاف مؤقت
pages = الصفحات
previous-page = الصفحة السابقة
next-page = الصفحة التالية
minutes-left-in-section = بقي { $count } د في القسم

### Reading aloud

listening = القراءة الجهرية
go-on = متابعة
previous-sentence = الجملة السابقة
next-sentence = الجملة التالية
stop-listening = إنهاء القراءة الجهرية
speed = السرعة
voice = الصوت
system-voice = صوت النظام
heard-next = التالي: { $title }
heard-next-more = التالي: { $title } و{ $count } غيرها
take-out = إخراج «{ $title }»
comes-after = تأتي «{ $title }» بعد ما يُقرأ الآن.
nothing-to-say = لا شيء في هذه المقالة يمكن قراءته جهرًا.
no-voice = لا صوت مثبَّت على هذا الجهاز للغة: { $language }.
voice-failed = أخفق صوت هذا الجهاز: { $why }. أعد المحاولة أو اختر صوتًا آخر.

### Reading settings

looks = الأنماط
colours = الألوان
letters = الحروف
lines = الأسطر
moving = التنقل
text-size = حجم النص
zoom = حجم كل شيء
zoom-out = أصغر
zoom-in = أكبر
smaller-text = تصغير النص
larger-text = تكبير النص
pixels = { $count } بكسل
page-margins = هوامش الصفحة
narrower-margins = هوامش أضيق
wider-margins = هوامش أوسع
line-height = ارتفاع السطر
lower-lines = أسطر أقل ارتفاعًا
higher-lines = أسطر أكثر ارتفاعًا
line-width = طول السطر
shorter-lines = أسطر أقصر
longer-lines = أسطر أطول
paragraphs = الفقرات
spaced = متباعدة
indented = بإزاحة
alignment = المحاذاة
ragged = من جهة واحدة
justified = من الجهتين
hyphenate = تقطيع الكلمات
ligatures = الحروف المركّبة
old-figures = أرقام قديمة الطراز
typeface = الخط
face-serif = مذيّل
face-sans = غير مذيّل
face-mono = ثابت
face-legible = واضح
machine-fonts = خطوط هذا الجهاز
machine-fonts-more = خطوط هذا الجهاز…
no-fonts = لم يُعثر على خطوط في هذا الجهاز.
search-fonts = بحث في الخطوط
search-fonts-count = بحث في الخطوط ({ $count })
no-such-font = لا خط بهذا الاسم.
look-usual = معتاد
look-book = كتاب
look-plain = بسيط
look-legible = واضح
look-eink = ورق رقمي
look-name = اسم النمط
keep = إبقاء
keep-look = حفظ هذا النمط…
look-kept = حُفظ «{ $name }».
look-removed = أُزيل «{ $name }».
remove-look = إزالة { $name }
looks-full = بلغت الأنماط المحفوظة الحد ({ $count }). أزل واحدًا أولًا.
theme = السمة
theme-system = النظام
theme-paper = ورق
theme-sepia = سيبيا
theme-grey = رمادي
theme-night = ليل
theme-black = أسود
theme-eink = ورق رقمي
theme-own = خاصة
theme-clock = حسب الوقت
day-and-night = النهار والليل
by-day = نهارًا
by-night = ليلًا
theme-by-day = السمة نهارًا
theme-by-night = السمة ليلًا
day-begins = يبدأ النهار عند
night-begins = يبدأ الليل عند
own-colours = ألوان خاصة
colour-page = الصفحة
colour-text = النص
colour-accent = التمييز
contrast-poor =
    { $ink ->
        [text] تباين النص { $contrast } إلى 1. ما دون 4.5 إلى 1 تصعب قراءته: اختر لونًا أبعد عن لون الصفحة.
        [accent] تباين لون التمييز { $contrast } إلى 1. ما دون 4.5 إلى 1 تصعب قراءته: اختر لونًا أبعد عن لون الصفحة.
       *[small] تباين النص الصغير، وهو أبهت، { $contrast } إلى 1. ما دون 4.5 إلى 1 تصعب قراءته: اختر لونًا أبعد عن لون الصفحة.
    }
moving-scroll = تمرير
moving-pages = صفحات
while-reading = أثناء القراءة
paragraph-focus = إبراز الفقرة
reading-ruler = مسطرة القراءة
sample = عينة
sample-title = المصباح عند النافذة
sample-text = الصفحة مكان هادئ. انطفأت أضواء الميناء واحدًا بعد آخر، وظلّت تقرأ على ضوء المصباح حتى انتهت الحكاية.
sample-more = { " " }وفي الصباح كان عند الرصيف ١٧ قاربًا، وشباك تجفّ في الريح، ورسالة تحت الباب.

### Settings

appearance = المظهر
language = اللغة
language-system = كالنظام
keys = المفاتيح
about = عن البرنامج
library-not-open = المكتبة غير مفتوحة.
recent-libraries = المكتبات الأخيرة
library-hint = ينسخ الاستيراد مقالات مجلد وصورها إلى المكتبة، ويبقى المجلد الذي جاءت منه كما هو. أما المجلد الآخر الذي تختاره فيُقرأ في مكانه.
notes-beside = حفظ تظليلاتي وملاحظاتي بجانب كل مقال أيضًا
notes-beside-hint = ملف بصيغة Markdown (notes.md) يقرؤه أي برنامج، ويتبع ما تضع عليه علامة. الملف الذي غيّرته يبقى كما هو، وإن أوقفت هذا ذهبت البقية.
saving-title = الحفظ
saving-hint = لا يفتح Offprint اتصالًا إلا لجلب صفحة تحفظها مع صورها وتسجيلاتها. لا يرسل ملفات تعريف ارتباط ولا يقول عنك شيئًا. والقراءة لا تفتح اتصالًا.
own-network = جلب صفحات من شبكتي الخاصة أيضًا
own-network-hint = لموقع ويكي في البيت أو العمل. وإلا أمكن لصفحة أن تجعل Offprint يطلب شيئًا من أجهزة شبكتك.
check-title = هل كل شيء هنا؟
check-hint = يقرأ الفحص كل صورة وتسجيل حُفظا، ويقول ما الناقص وما التالف. ولا يغيّر شيئًا.
check-more = فحص المكتبة…
duplicates-title = هل من شيء مكرر؟
duplicates-hint = تُقارن المقالات بعناوينها على الويب وبنصوصها. ترى المتماثل منها وتختار ما يبقى.
duplicates-more = البحث عن المكرر…
about-hint = برنامج حر برخصة MIT أو Apache 2.0 كما تشاء. المقالات المرفقة برخصة CC BY 4.0، والخطان Literata وAtkinson Hyperlegible Next برخصة SIL Open Font License 1.1. لا يرسل شيئًا إلى أحد.
settings-kept-in = مكان حفظ الإعدادات
report-fault = الإبلاغ عن خلل
report-hint = لا يحوي التقرير عناوين ولا نصوصًا ولا أسماء مجلدات.
copy-report = نسخ التقرير
report-says = ما يقوله
licences = رخص ما بُني به Offprint
licence-more = { $name } و{ $count } غيرها
dialog-library = اختيار مجلد المكتبة
dialog-import = استيراد مجلد

### Help and keys

to-keys = إلى المفاتيح
help-in = إدخال المقالات
help-in-text = ضع ملفات Markdown (⁦.md⁩) أو نصوصًا عادية (⁦.txt⁩) في مجلد المكتبة، فتظهر على الرف من تلقاء نفسها.
help-in-folder = { " " }لنسخ مجلد كامل بصوره، انتقل إلى { $settings }.
help-settings = الإعدادات، المكتبة
help-where = أين هي
help-where-text = هي ملفات عادية يفتحها أي محرر، وأي برنامج يزامن المجلدات ينقلها إلى أجهزتك الأخرى مع علاماتك.
help-wrong = عندما يحدث خطأ
help-wrong-text = انسخ تقريرًا، واذكر ما فعلته، وأرسلهما إلى من حصلت منهم على Offprint. لا يحوي التقرير عناوين ولا نصوصًا ولا أسماء مجلدات.
keys-shelf = على الرف
keys-article = في مقالة
keys-pages = على الصفحات
keys-everywhere = في كل مكان
key-enter = Enter
key-esc = Esc
key-shift = Shift
key-ctrl = Ctrl
key-alt = Alt
key-backspace = Backspace
key-space = المسافة
key-page = Page
key-home = Home
key-end = End
keys-step = المقالة التالية والسابقة
keys-open = فتح
keys-select = تحديد، أو تحديد الكل إلى هنا
keys-select-all = تحديد الكل
keys-neighbours = المقالة السابقة والتالية؛ وعلى الصفحات مع Shift
keys-find = بحث في المقالة
keys-match = المطابقة التالية، ومع Shift السابقة
keys-jump-back = العودة إلى الموضع السابق بعد قفزة
keys-preview = معاينة الرابط المركَّز عليه
keys-auto-scroll = التمرير التلقائي: بدء وإيقاف مؤقت
keys-pace = أبطأ وأسرع
keys-line = تحريك المسطرة أو الإبراز سطرًا أو فقرة
keys-listen = قراءة جهرية أو إيقاف مؤقت
keys-size = نص أكبر، أصغر، معتاد
keys-zoom = كل شيء أكبر، أصغر، معتاد
keys-print = طباعة
keys-leave = العودة إلى حيث كنت
keys-turn = تقليب الصفحات
keys-page = الصفحة التالية، ومع Shift السابقة
keys-ends = أول صفحة وآخر صفحة
keys-close = إغلاق أو رجوع

### The welcome

welcome = أهلًا بك
welcome-new = مكتبة جديدة
welcome-named = يسمّي OFFPRINT_LIBRARY مجلدًا لم يكن موجودًا، فأُنشئ الآن وفيه بضع مقالات للبدء. إن لم يكن هو الاسم المقصود فصحّحه وابدأ من جديد؛ ويمكن حذف هذا المجلد:
welcome-text = مقالاتك ملفات عادية في مجلد لك. وهذا أُنشئ من أجلك:
start-reading = بدء القراءة
welcome-end = كل هذا في الإعدادات أيضًا.

### When something goes wrong

unreachable = تعذّر الوصول إلى مكتبتك
wrong = حدث خطأ ما
own-folder = استخدام مجلد Offprint الخاص
nothing-changed = لم يتغيّر شيء في مكتبتك.
unforeseen = صادفت النافذة خللًا غير متوقع.
reload = إعادة تحميل النافذة
library-folder = مجلد المكتبة
cannot-load = تعذّر تحميل جزء من Offprint. أغلق Offprint وشغّله من جديد. فإن لم ينفع ذلك فأعد تثبيته.
warnings-title = ملاحظات عن المكتبة
unreadable = تعذّرت قراءته.

### Saving pages

saved-pages = الصفحات
addresses = العناوين
files = الملفات
what-was-pasted = ما لُصق
save-hint = عنوان واحد أو ألف، في أي نص كانت؛ أو قطعة من صفحة أو نص يُراد أن يصير مقالة. أو ملف: صفحة حفظها متصفح، أو كتاب (EPUB)، أو Markdown، أو نص. ويمكنك أيضًا لصق ذلك كله أو إفلاته على الرف.
choose-files = اختيار ملفات…
no-address = لا عنوان ويب في هذا. يبدأ العنوان بـ «https».
file-too-large = «{ $name }» أكبر من 128 م.ب. إن كان ملفًا مصدَّرًا فاختره من الإعدادات عبر «استيراد ملف».
not-saved = تعذّر الحفظ.
not-saved-short = لم تُحفظ
cannot-save = لا يمكن حفظه.
on-shelf-already = «{ $title }» على الرف من قبل.
is-saved = حُفظت «{ $title }».
is-saved-without = حُفظت «{ $title }»، والناقص: { count-pictures }.
title-not-saved = تعذّر حفظ «{ $title }».
pictures-of = الصور: { $now } من { $all }
pages-of = الصفحات: { $now } من { $all }
save-the-rest = حفظ البقية
saved-step = حُفظت
saved-without = حُفظت، والناقص: { count-pictures }
here-already = هنا من قبل
waits = تنتظر دورها
pages-here =
    { $count ->
        [1] هذه الصفحة على الرف من قبل.
       *[other] هذه الصفحات على الرف من قبل.
    }
saving-pages = جارٍ الحفظ: { count-pages }.
addresses-refused =
    { $count ->
        [1] عنوان لا يمكن حفظه:
       *[other] عناوين لا يمكن حفظها ({ $count }):
    }
pasted-words = { words }.
pasted-pictures = تُجلب الصور التي فيه من الويب.
pasted-nothing-yet = لم يُحفظ شيء بعد.
save-pasted = حفظه كمقالة
save-named =
    { $count ->
        [1] حفظ الصفحة المذكورة فيه
       *[other] حفظ الصفحات المذكورة فيه
    }
it-is-fetched = جارٍ جلبها.

### What an article lacks

save-its-pictures = حفظ صورها
linked = صور هذه المقالة التي على الويب ولم تُحفظ: { count-pictures }.
complete =
    { $count ->
        [0] كاملة: حُفظت بلا نقص.
        [1] كاملة: حُفظت مع صورتها.
       *[other] كاملة: حُفظت مع كل صورها ({ $count }).
    }
complete-on =
    { $count ->
        [0] كاملة: حُفظت بلا نقص في { $day }.
        [1] كاملة: حُفظت مع صورتها في { $day }.
       *[other] كاملة: حُفظت مع كل صورها ({ $count }) في { $day }.
    }
page-waits = لم تُجلب هذه الصفحة بعد.
page-not-saved = تعذّر حفظ هذه الصفحة.
what-is-missing = ما ينقص
pictures-not-saved = صور تعذّر حفظها: { $count } من { $all }.

### Versions

versions = النسخ
fetch-anew = جلب من جديد
nothing-new = لم يتغيّر شيء.
replaced = هنا نص جديد. والسابق تحت «النسخ».
replaced-without = هنا نص جديد، والناقص: { count-pictures }. والسابق تحت «النسخ».
set-aside = وُضع ما جاء جانبًا، وتبقى نسختك.
not-fetched = تعذّر الجلب، وتبقى نسختك.
shown-now = معروضة الآن
what-differs = الفروق
show-what-differs = إظهار الفروق
use-this-one = استخدام هذه
differs-hint = المشطوب ما سيزول، والمعلَّم ما سيأتي.
same-text = نص متماثل
version-shown = تُعرض هذه النسخة الآن. والسابقة تحت «النسخ».

### Details, and the text set right by hand

details = التفاصيل
detail-title = العنوان
detail-author = الكاتب
detail-published = تاريخ النشر
detail-published-hint = 2019-05-31، أو السنة وحدها
detail-section = القسم
detail-site = الموقع
detail-language = اللغة
detail-description = الوصف
details-set = صُحّحت التفاصيل.
details-back = عادت التفاصيل كما كانت.
lead-picture = الصورة الرئيسية
no-picture = لا شيء
picture-number = الصورة { $number }
correct-text = تصحيح النص
text-set = صُحّح النص. والسابق تحت «النسخ».
text-set-without = صُحّح النص، والناقص: { count-pictures }. والسابق تحت «النسخ».
text-back = عاد النص كما كان.
parts = الأجزاء
parts-go = سيزول: { count-parts }.
parts-come = سيأتي: { count-parts }.
parts-left-out = تُرك هنا: { count-parts }
parts-hint = ألغِ تحديد ما لا ينتمي إلى المقالة. وما في صفحتها غير ذلك يقف حيث تُرك: حدّد الناقص. ويبقى النص السابق تحت «النسخ».
parts-hint-all = ألغِ تحديد ما لا ينتمي إلى المقالة. لم يُترك شيء من صفحتها، أو أن الصفحة غير محفوظة. ويبقى النص السابق تحت «النسخ».
part-heading = عنوان
part-list = قائمة
part-quotation = اقتباس
part-code = شفرة
part-table = جدول
part-formula = معادلة
part-picture = صورة
part-recording = تسجيل
part-line = خط

### The trash

trash-empty = المهملات فارغة. ما تنقله إلى هنا يبقى حتى تحذفه.
trash-holds = { articles }، مع الصور والعلامات والتظليلات. ما هنا يبقى حتى تحذفه.
empty-trash = إفراغ المهملات…
trashed-list = مقالات المهملات
restore = استعادة
restored = عادت «{ $title }» إلى المكتبة.
delete-for-good = حذف نهائي
delete-for-good-title = حذف نهائي؟
delete-one = ستُزال «{ $title }» مع كل صورها وتسجيلاتها من هذا القرص. لا يمكن التراجع عن ذلك.
delete-many = ستُزال من هذا القرص مع كل الصور والتسجيلات: { articles }. لا يمكن التراجع عن ذلك.
deleted = حُذف: { articles }.

### Importing a folder

import-title = استيراد مجلد
import-bar = الاستيراد
import-looking = جارٍ تصفّح المجلد…
import-why-out =
    { $count ->
        [1] لماذا تُرك
       *[other] لماذا تُركت
    }
import-came = في المجلد «{ $folder }» من مكتبتك الآن: { articles }.
import-none = لم يُستورد شيء.
import-out = تُرك: { count-files }.
import-stopped = أُوقف.
imported = استُورد إلى «{ $folder }»: { articles }.

### The check of the library

check = فحص المكتبة
check-bar = الفحص
looking-at-all = جارٍ فحص كل مقالة…
check-none = لا شيء ناقص ({ articles }).
check-lacking = مقالات ينقصها شيء: { $count } من { $all }.
check-media = الصور والتسجيلات التي حفظها Offprint: { $count }.
check-media-size = الصور والتسجيلات التي حفظها Offprint: { $count }، { $megabytes } م.ب.
check-linked = وعلى الويب غيرها ولم تُحفظ: { $count }.
check-found = ما عُثر عليه
fetched-now = ما أمكن جلبه صار هنا الآن.
finding-missing = هذا الملف ناقص.
finding-waiting = لم يُجلب هذا بعد.
finding-refused = رُفض هذا عند جلبه.
finding-damaged = هذا الملف تالف.
finding-placeholder = هذا الملف بديل مؤقت: يحتفظ به برنامج آخر في مكان آخر.
finding-unreadable = تعذّرت قراءة هذا الملف.
finding-ledger = تعذّرت قراءة قائمة ما حُفظ.
finding-changed = غيّر برنامج آخر هذا الملف.
finding-orphan = لا مقالة تعرض هذا الملف.

### Duplicates

duplicates = المكرر
duplicates-bar = البحث عن المكرر
duplicates-stopped = أُوقف. لم يتغيّر شيء.
search-again = بحث من جديد
duplicates-none = لا شيء مكرر ({ articles }).
duplicates-keep-hint = ما تُبقيه يأخذ علامة البقية ووسومها ومجموعاتها وموضع قراءتها. والبقية تذهب إلى المهملات.
duplicates-found =
    { $count ->
        [1] مقالة واحدة موجودة أكثر من مرة.
       *[other] موجود أكثر من مرة: { articles }.
    }
duplicates-more-later = و{ $count } غيرها، بعد الفراغ من هذه
merged =
    { $count ->
        [1] بقيت «{ $title }»، والأخرى في المهملات.
       *[other] بقيت «{ $title }»، والأخريات في المهملات.
    }
merge = دمج
not-duplicates = ليست مكررة
saved-ago = حُفظت { $when }
without-text = بلا نص
pictures-saved = الصور المحفوظة: { $count }
pictures-saved-of = الصور المحفوظة: { $count } من { $all }
percent-read = قُرئ { $percent }
suggested = مقترحة
same-address = العنوان نفسه
percent-same = { $percent } من النص نفسه

### Errors

error-article_gone = لم تعد هذه المقالة في المكتبة. عد إلى الرف.
error-version_gone = لم تعد هذه النسخة موجودة. انظر النسخ من جديد.
error-collection_gone = لم تعد هذه المجموعة موجودة.
error-library_unreachable = تعذّر الوصول إلى مجلد المكتبة. تحقق من وجود قرصه وأعد المحاولة، أو اختر مجلدًا آخر.
error-config_unreadable = تعذّرت قراءة إعدادات Offprint، فلا يُعرف أين مكتبتك.
error-config_unwritable = تعذّر حفظ الإعدادات. تحقق من امتلاء القرص ومن إذن الكتابة في المجلد.
error-newer_settings = كتب هذه الإعدادات إصدار أحدث من Offprint. شغّل ذلك الإصدار.
error-not_watched = لا تُلاحظ هنا تغييرات البرامج الأخرى. افتح المكتبة من جديد لتراها.
error-not_opened = لم يُعثر على برنامج يفتح هذا. اختر برنامجًا في إعدادات النظام وأعد المحاولة.
error-link_refused = لا يقود هذا الرابط إلى شيء يفتحه Offprint.
error-medium_missing = ليست هذه الصورة أو هذا التسجيل في المكتبة.

### The margins: marks in an article, notes, the notebook

marking = التظليل
mark-in = تظليل باللون { $colour }
mark-colour = لون التظليل
paint-yellow = الأصفر
paint-green = الأخضر
paint-blue = الأزرق
paint-pink = الوردي
paint-purple = البنفسجي
add-note = ملاحظة
copy-with-source = نسخ مع المصدر
search-library = بحث في المكتبة
look-up = بحث في الويب
look-up-hint = بحث في الويب، في متصفحك
words-copied = نُسخ
words-not-copied = تعذّر النسخ.
marking-hint = التظليل. تنتقل الأسهم كلمة كلمة، ومع Alt جملة جملة، ومع Shift تأخذ المزيد. يسأل Enter عمّا تريد، ويُنهي Esc.
mark-named = تظليل: { $quote }
mark-change = تغيير: { $quote }
mark-of = التظليل { $now } من { $all }: { $quote }
margin-notes = ملاحظات
note-of-mark = ملاحظة على هذا التظليل
note-hint = رأيك فيه. يمكن استعمال Markdown.
tags-hint-commas = وسوم تفصل بينها فواصل
note-kept = حُفظت
note-not-kept = لم تُحفظ بعد. تبقى كلماتك هنا؛ غيّرها أو أغلق هذا لتعيد المحاولة.
note-on-article = ملاحظة على المقالة كلها
note-removed = أُزيلت الملاحظة
open-note = ملاحظة: { $note }
mark-removed = أُزيل التظليل
mark-remove = إزالة التظليل
mark-reworded = لم تعد الكلمات كما كانت حين ظُلّلت.
mark-unsought = في هذا النص تظليلات كثيرة جدًا، فلم يُبحث عن هذه الكلمات.
mark-placed = عاد التظليل إلى موضعه
marks = التظليلات
marks-count = التظليلات: { $count }
no-marks-yet = لا تظليل هنا بعد. حدّد كلمات، أو اضغط h.
nothing-to-mark = لا توجد هنا كلمات يمكن تظليلها.
mark-away = مقالتها لم تعد هنا
unplaced-title = بلا موضع
unplaced-hint = تغيّر النص، ولم تعد هذه الكلمات فيه. لم يضع منها شيء.
place-by-hand = تعيين الموضع يدويًا
placing = حدّد الكلمات التي يخصّها هذا التظليل:
place-here = هنا موضعه
notebook = الدفتر
notebook-search = بحث في التظليلات
notebook-empty = لا تظليل في هذه المكتبة بعد. حدّد كلمات في مقالة، ثم اختر لونًا.
notebook-none = لا تظليل مطابق.
notebook-order = ترتيب التظليلات
notebook-from = من
notebook-to = حتى
all-colours = كل الألوان
every-tag = كل الوسوم
by-article = حسب المقالة
notes-found = التظليلات التي عُثر عليها: { $count }
review = المراجعة
review-start = مراجعة اليوم: { $count }
review-done = هذا كل شيء لليوم.
review-later = تذكّرته
review-soon = قريبًا مرة أخرى
review-never = لا تُعِده
review-open = فتح في المقالة
review-enough = يكفي الآن
keys-mark = تظليل الكلمات بالمفاتيح
keys-marks = التظليل السابق والتالي؛ يفتحه Enter

### Articles that leave

export = تصدير
export-more = تصدير…
export-everything = تصدير الكل…
dialog-export = تصدير
export-all = تصدير الكل
export-marks = تصدير التظليلات والملاحظات
export-count = تصدير: { articles }
form-epub = كتاب لأجهزة القراءة
form-epub-what = EPUB بفهرس وصور وحواشٍ
form-html = صفحة واحدة
form-html-what = HTML وفيه كل الصور، لأي متصفح
form-site = موقع
form-site-what = فيه بحث، ولا يحتاج بعد فك ضغطه إلى خادم ولا إلى Offprint
form-markdown = كل شيء بصيغة Markdown
form-markdown-what = الملفات كما هي، ومعها الوسوم والعلامات والمجموعات
form-json = كل شيء في ملف واحد
form-json-what = JSON يمكن أن يستورده Offprint من جديد
form-csv = جدول
form-csv-what = CSV، سطر لكل مقالة
form-annotations = التظليلات والملاحظات
form-annotations-what = تعليقات W3C لبرامج أخرى
form-notes = Markdown
form-notes-what = للقراءة ولبرامج الملاحظات
form-readwise = Readwise
form-readwise-what = جدول (CSV) كما يستورده Readwise
form-bookmarks = العلامات
form-bookmarks-what = للمتصفح
export-pack =
    { $count ->
        [zero] قراءة بلا دقائق
        [one] قراءة لدقيقة واحدة
        [two] قراءة لدقيقتين
        [few] قراءة لمدة { $count } دقائق
        [many] قراءة لمدة { $count } دقيقة
       *[other] قراءة لمدة { $count } دقيقة
    }
export-pack-what = كتاب من مقالات غير مقروءة تملأ هذا الوقت
export-bar = التصدير
export-looking = جارٍ البحث عن المقالات…
export-written = كُتب الملف { $file } ({ articles }).
export-pack-written = كُتب الملف { $file } ({ articles }، { $minutes } د).
export-out =
    { $count ->
        [zero] لم يُكتب { $count } عنصر.
        [one] لم يُكتب عنصر واحد.
        [two] لم يُكتب عنصران.
        [few] لم تُكتب { $count } عناصر.
        [many] لم يُكتب { $count } عنصرًا.
       *[other] لم يُكتب { $count } عنصر.
    }

### Articles that come from other programs

import-file-more = استيراد ملف…
dialog-import-file = استيراد ملف
import-holds = مدخلات الملف { $name } ({ $format }): { $count }
import-holds-new = جديدة مع نصها: { $count }
import-holds-queued = جديدة تُجلب من الويب: { $count }
import-holds-merged = موجودة من قبل: { $count }
import-holds-refused = لا يمكن أخذها: { $count }
import-holds-highlights = تظليلات وملاحظات: { $count }
format-bookmarks = علامات
format-html = صفحات محفوظة
format-text = نص
format-epub = كتاب
format-addresses = قائمة عناوين
format-csv = جدول فيه عناوين
format-json = JSON فيه عناوين
format-files = ملفات من أنواع عدة
format-offprint-csv = جدول من Offprint
format-offprint-json = مكتبة من Offprint
format-offprint-zip = مكتبة من Offprint
format-annotations = تظليلات وملاحظات
import-verb = استيراد
import-reading = تجري قراءة الملف…
import-of = من { $count }: { $parts }.
import-got-new = جاءت مع النص: { $count }
import-got-marks = تظليلات وملاحظات جديدة: { $count }
import-got-queued = تنتظر الجلب: { $count }
import-got-merged = كانت هنا من قبل: { $count }
import-got-refused = تعذّر أخذها: { $count }
import-got-aside = تظليلات وملاحظات تعذّر وضعها في مقالاتها: { $count }.
import-why-refused =
    { $count ->
        [1] لماذا لم يؤخذ
       *[other] لماذا لم تؤخذ
    }

### Lines from top to bottom

japanese-and-chinese = اليابانية والصينية
lines-as-written = كما كُتب
lines-horizontal = أفقي
lines-vertical = عمودي
