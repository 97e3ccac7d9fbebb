# Ukrainian. What a button does is said by the infinitive; „стаття“ for an article, „мітка“ for a tag, „добірка“ for a collection, „позначка“ for a mark.

language-name = Українська
language-direction = ltr

### Words of many places

undo = Скасувати
close = Закрити
cancel = Скасувати
save = Зберегти
saving = Збереження…
stop = Зупинити
done = Готово
add = Додати
open = Відкрити
play = Відтворити
name = Назва
more = Більше
back = Назад
pictures-title = Зображення
try-again = Спробувати ще раз
trying = Триває спроба…
being-fetched = Завантаження…
one-moment = Хвилинку…
with-key = { $what } ({ $key })
with-title = { $what }: { $title }
of = { $now } із { $all }
of-about = { $now } з приблизно { $all }
about-of = приблизно { $now } із { $all }
of-articles =
    { $all ->
        [one] { $now } із { $all } статті
        [few] { $now } із { $all } статей
        [many] { $now } із { $all } статей
       *[other] { $now } із { $all } статті
    }
of-texts =
    { $all ->
        [one] { $now } із { $all } тексту
        [few] { $now } із { $all } текстів
        [many] { $now } із { $all } текстів
       *[other] { $now } із { $all } тексту
    }
articles =
    { $count ->
        [one] { $count } стаття
        [few] { $count } статті
        [many] { $count } статей
       *[other] { $count } статті
    }
words =
    { $count ->
        [one] { $count } слово
        [few] { $count } слова
        [many] { $count } слів
       *[other] { $count } слова
    }
and-more =
    { $count ->
        [one] і ще { $count }
        [few] і ще { $count }
        [many] і ще { $count }
       *[other] і ще { $count }
    }
and-more-articles =
    { $count ->
        [one] і ще { $count } стаття
        [few] і ще { $count } статті
        [many] і ще { $count } статей
       *[other] і ще { $count } статті
    }
minutes = { $count } хв
minutes-left = лишилося { $count } хв
untitled = Без назви

### The shelf

shelves = Полиці
home = Головна
unread = Непрочитані
bookmarks = Закладки
archive = Архів
trash = Смітник
browse = Огляд
help = Довідка
settings = Налаштування
library = Бібліотека
tags = Мітки
collections = Добірки
articles-list = Статті
search = Пошук
search-in =
    { $shelf ->
        [unread] Шукати в непрочитаних
        [bookmarks] Шукати в закладках
        [archive] Шукати в архіві
       *[other] Шукати тут
    }
search-all =
    { $count ->
        [one] Шукати в { $count } статті
        [few] Шукати в { $count } статтях
        [many] Шукати в { $count } статтях
       *[other] Шукати в { $count } статті
    }
clear-search = Очистити пошук
sort-and-layout = Порядок і вигляд
save-pages = Зберегти сторінки
opening-library = Бібліотека відкривається…
to-know =
    { $count ->
        [one] { $count } зауваження
        [few] { $count } зауваження
        [many] { $count } зауважень
       *[other] { $count } зауваження
    }
found =
    { $count ->
        [one] Знайдено { $count }
        [few] Знайдено { $count }
        [many] Знайдено { $count }
       *[other] Знайдено { $count }
    }
continue = Продовжити
minutes-left-of = лишилося { $left } з { $all } хв
read-when = прочитано { $when }
not-fetched-yet = ще не завантажено
is-bookmarked = у закладках
is-archived = в архіві
select = Вибрати
all-tags =
    { $count ->
        [one] Усі мітки: { $count }
        [few] Усі мітки: { $count }
        [many] Усі мітки: { $count }
       *[other] Усі мітки: { $count }
    }
collection = Добірка

### The front page

front-page = Перша сторінка
front-new = Нове
front-reading = Продовжити читання
front-short = Щось коротке
front-long = Щось довге
time-label = У мене є … хвилин
time-before = У мене є
time-after = хвилин
time-minutes =
    { $count ->
        [one] { $count } хвилина
        [few] { $count } хвилини
        [many] { $count } хвилин
       *[other] { $count } хвилини
    }
picks-one = Одна стаття
picks-one-title = Одна на весь час
picks-several = Кілька статей
picks-or =
    { $count ->
        [2] Або дві, { $minutes } хв
       *[other] Або три, { $minutes } хв
    }
picks-these =
    { $count ->
        [2] Ці дві, { $minutes } хв
       *[other] Ці три, { $minutes } хв
    }
picks-none =
    { $count ->
        [one] Немає непрочитаного приблизно на { $count } хвилину.
        [few] Немає непрочитаного приблизно на { $count } хвилини.
        [many] Немає непрочитаного приблизно на { $count } хвилин.
       *[other] Немає непрочитаного приблизно на { $count } хвилини.
    }
picks-others = Інші

### What is done with articles

bookmark = Закладка
remove-bookmark = Вилучити закладку
archive-verb = Архівувати
move-to-archive = Перемістити до архіву
move-out-of-archive = Повернути з архіву
move-to-trash = Перемістити до смітника
mark-read = Позначити прочитаною
mark-unread = Позначити непрочитаною
toggle-bookmarks = Додати або вилучити закладки
toggle-archive = Перемістити до архіву або повернути
toggle-read = Позначити прочитаною або непрочитаною
read-verb = Прочитано
read-aloud = Читати вголос
read-aloud-later = Читати вголос зараз або далі в черзі
open-tags = Мітки…
open-collections = Добірки…
show-in-file-manager = Показати у файловому менеджері
open-original = Відкрити оригінал
move-up = Вище
move-down = Нижче
remove-from-this = Вилучити з цієї добірки
swipe-archive = До архіву
swipe-unarchive = З архіву
swipe-trash = До смітника
told-bookmarked =
    { $count ->
        [1] Закладку додано.
        [one] Закладку додано до { $count } статті.
        [few] Закладки додано до { $count } статей.
        [many] Закладки додано до { $count } статей.
       *[other] Закладки додано до { $count } статті.
    }
told-unbookmarked =
    { $count ->
        [1] Закладку вилучено.
        [one] Закладку вилучено з { $count } статті.
        [few] Закладки вилучено з { $count } статей.
        [many] Закладки вилучено з { $count } статей.
       *[other] Закладки вилучено з { $count } статті.
    }
told-archived =
    { $count ->
        [1] Переміщено до архіву.
        [one] { $count } статтю переміщено до архіву.
        [few] { $count } статті переміщено до архіву.
        [many] { $count } статей переміщено до архіву.
       *[other] { $count } статті переміщено до архіву.
    }
told-unarchived =
    { $count ->
        [1] Повернуто з архіву.
        [one] { $count } статтю повернуто з архіву.
        [few] { $count } статті повернуто з архіву.
        [many] { $count } статей повернуто з архіву.
       *[other] { $count } статті повернуто з архіву.
    }
told-read =
    { $count ->
        [1] Позначено прочитаною.
        [one] { $count } статтю позначено прочитаною.
        [few] { $count } статті позначено прочитаними.
        [many] { $count } статей позначено прочитаними.
       *[other] { $count } статті позначено прочитаними.
    }
told-unread =
    { $count ->
        [1] Позначено непрочитаною.
        [one] { $count } статтю позначено непрочитаною.
        [few] { $count } статті позначено непрочитаними.
        [many] { $count } статей позначено непрочитаними.
       *[other] { $count } статті позначено непрочитаними.
    }
told-trashed =
    { $count ->
        [1] Переміщено до смітника.
        [one] { $count } статтю переміщено до смітника.
        [few] { $count } статті переміщено до смітника.
        [many] { $count } статей переміщено до смітника.
       *[other] { $count } статті переміщено до смітника.
    }
told-tagged =
    { $count ->
        [1] Додано мітку «{ $name }».
        [one] Мітку «{ $name }» додано до { $count } статті.
        [few] Мітку «{ $name }» додано до { $count } статей.
        [many] Мітку «{ $name }» додано до { $count } статей.
       *[other] Мітку «{ $name }» додано до { $count } статті.
    }
told-added =
    { $count ->
        [1] Додано до «{ $name }».
        [one] { $count } статтю додано до «{ $name }».
        [few] { $count } статті додано до «{ $name }».
        [many] { $count } статей додано до «{ $name }».
       *[other] { $count } статті додано до «{ $name }».
    }
told-taken-out =
    { $count ->
        [1] Вилучено з «{ $name }».
        [one] { $count } статтю вилучено з «{ $name }».
        [few] { $count } статті вилучено з «{ $name }».
        [many] { $count } статей вилучено з «{ $name }».
       *[other] { $count } статті вилучено з «{ $name }».
    }
told-moved = Переміщено.
told-removed-here = Вилучено з цієї добірки.
selected-articles = Вибрані статті
selected =
    { $count ->
        [one] Вибрано { $count }
        [few] Вибрано { $count }
        [many] Вибрано { $count }
       *[other] Вибрано { $count }
    }
select-all =
    { $count ->
        [one] Вибрати всі: { $count }
        [few] Вибрати всі: { $count }
        [many] Вибрати всі: { $count }
       *[other] Вибрати всі: { $count }
    }
clear-selection = Зняти вибір

### Tags and collections

tags-of =
    { $count ->
        [one] Мітки { $count } статті
        [few] Мітки { $count } статей
        [many] Мітки { $count } статей
       *[other] Мітки { $count } статті
    }
add-tag = Додати мітку
remove-the-tag = Вилучити мітку { $name }
tag-removed = Мітку «{ $name }» вилучено.
tags-in-use = Наявні мітки
tags-hint = Мітки зберігаються поруч зі статтями. Файли лишаються без змін.
write-tags =
    { $count ->
        [1] Записати також у файл
        [one] Записати також у файли
        [few] Записати також у файли
        [many] Записати також у файли
       *[other] Записати також у файли
    }
tags-there = У файлах уже є ці мітки.
tags-written =
    { $count ->
        [one] Записано в { $count } файл.
        [few] Записано у { $count } файли.
        [many] Записано у { $count } файлів.
       *[other] Записано у { $count } файлу.
    }
collections-of =
    { $count ->
        [one] Добірки { $count } статті
        [few] Добірки { $count } статей
        [many] Добірки { $count } статей
       *[other] Добірки { $count } статті
    }
new-collection-name = Назва нової добірки
new-collection = Нова добірка
rename = Перейменувати
rename-more = Перейменувати…
rename-tag = Перейменувати мітку
rename-collection = Перейменувати добірку
renamed = «{ $before }» тепер «{ $name }».
remove-from-all = Вилучити з усіх статей
change-search-more = Змінити запит…
change-search = Змінити запит
change = Змінити
search-changed = Запит змінено.
delete = Видалити
collection-deleted = «{ $name }» видалено. Статті лишилися на своїх місцях.

### Searching

search-offers = Підказки
searched-too = Пошук виконано й за запитом «{ $words }».
save-search = Зберегти пошук
search-saved = «{ $name }» тепер серед добірок.

### What an empty shelf says

nothing-found = За запитом «{ $words }» нічого не знайдено
nothing-found-hint = Пошук переглядає тексти, назви, мітки, рубрики, сайти й авторів.
no-tagged = Жодна стаття не має цієї мітки
no-tagged-hint = Додати її можна в меню статті або клавішею t.
empty-collection = Ця добірка порожня
empty-collection-hint = Статті додаються через їхнє меню.
all-read = Усе прочитано
all-read-hint = Наступне збережене чекатиме тут.
no-bookmarks = Закладок ще немає
no-bookmarks-hint = Статті із закладками легко знайти тут.
empty-archive = Архів порожній
empty-archive-hint = Сюди переміщують статті, з якими закінчено. Вони лишаються в бібліотеці.
empty-shelf = Полиця порожня
empty-shelf-hint = Файли Markdown чи тексту з теки бібліотеки з’являються тут.
show-folder = Показати теку
import-folder-more = Імпортувати теку…
choose-folder = Вибрати іншу теку

### Sort and layout

sort-by = Упорядкувати
sort-saved = За збереженням
sort-published = За публікацією
sort-title = За назвою
sort-site = За сайтом
sort-length = За довжиною
sort-progress = За поступом
sort-random = Навмання
order = Порядок
newest-first = Спершу новіші
oldest-first = Спершу старіші
z-to-a = Від Я до А
a-to-z = Від А до Я
longest-first = Спершу довші
shortest-first = Спершу коротші
most-read-first = Спершу найбільш прочитані
least-read-first = Спершу найменш прочитані
layout = Вигляд
layout-list = Список
layout-compact = Стисло
layout-grid = Сітка
collection-order = Добірка має власний порядок: статті переміщують через їхнє меню. Збережений пошук упорядковано за словами запиту.
front-setting = Перша сторінка над найновішими статтями

### An open article

contents = Зміст
reading-settings = Налаштування читання
is-read = Прочитано
nothing-in-file = У цьому файлі ще нічого немає.
saved-on = Збережено { $when }
not-as-written =
    { $count ->
        [1] Одне місце показано не так, як написано
        [one] { $count } місце показано не так, як написано
        [few] { $count } місця показано не так, як написано
        [many] { $count } місць показано не так, як написано
       *[other] { $count } місця показано не так, як написано
    }
notes = Примітки
note = Примітка { $number }
back-to-text = Назад до тексту
back-to-mention = Назад до згадки { $number }
enlarge = Збільшити зображення
not-saved-with-article = Не збережено з цією статтею
cannot-open = Цю статтю не вдалося відкрити
picture = Зображення
previous-picture = Попереднє зображення
next-picture = Наступне зображення
previous-next = Попередня й наступна статті
previous = Попередня
next = Наступна
related = Схоже
table = Таблиця
copy = Копіювати
copied = Скопійовано
not-copied = Не скопійовано
print = Друкувати…
loading = Завантаження…
cannot-play = Ця система не може відтворити цей файл.
too-large-to-play = Цей файл більший за 200 МБ, завеликий для відтворення тут. Скористайтеся іншою програмою.
back-to-where = Назад на попереднє місце
find = Знайти у статті
previous-match = Попередній збіг
next-match = Наступний збіг
not-found = Не знайдено
words-a-minute = Слів за хвилину
pace = { $count } слів/хв
slower = Повільніше
faster = Швидше
auto-scroll = Автопрокручування
start-auto-scroll = Почати автопрокручування
pause-auto-scroll = Призупинити автопрокручування
start = Почати
pause = Призупинити
pages = Сторінки
previous-page = Попередня сторінка
next-page = Наступна сторінка
minutes-left-in-section = { $count } хв до кінця розділу

### Reading aloud

listening = Читання вголос
go-on = Продовжити
previous-sentence = Попереднє речення
next-sentence = Наступне речення
stop-listening = Припинити читання вголос
speed = Швидкість
voice = Голос
system-voice = Голос системи
heard-next = Далі: { $title }
heard-next-more =
    { $count ->
        [one] Далі: { $title } і ще { $count }
        [few] Далі: { $title } і ще { $count }
        [many] Далі: { $title } і ще { $count }
       *[other] Далі: { $title } і ще { $count }
    }
take-out = Прибрати «{ $title }»
comes-after = «{ $title }» прозвучить після того, що читається зараз.
nothing-to-say = У цій статті немає нічого, що можна прочитати вголос.
no-voice = На цьому пристрої немає голосу для мови: { $language }.
voice-failed = Голос цього пристрою дав збій: { $why }. Спробуйте ще раз або виберіть інший голос.

### Reading settings

looks = Стилі
colours = Кольори
letters = Літери
lines = Рядки
moving = Рух
text-size = Розмір тексту
zoom = Розмір усього
zoom-out = Менше
zoom-in = Більше
smaller-text = Менший текст
larger-text = Більший текст
pixels = { $count } пкс
page-margins = Поля сторінки
narrower-margins = Вужчі поля
wider-margins = Ширші поля
line-height = Висота рядка
lower-lines = Нижчі рядки
higher-lines = Вищі рядки
line-width = Довжина рядка
shorter-lines = Коротші рядки
longer-lines = Довші рядки
paragraphs = Абзаци
spaced = З відступом між ними
indented = З абзацним відступом
alignment = Вирівнювання
ragged = За краєм
justified = За шириною
hyphenate = Переносити слова
ligatures = Лігатури
old-figures = Мінускульні цифри
typeface = Шрифт
face-serif = Антиква
face-sans = Гротеск
face-mono = Моно
face-legible = Чіткий
machine-fonts = Шрифти цього пристрою
machine-fonts-more = Шрифти цього пристрою…
no-fonts = На цьому пристрої не знайдено шрифтів.
search-fonts = Пошук шрифтів
search-fonts-count =
    { $count ->
        [one] Шукати серед { $count } шрифту
        [few] Шукати серед { $count } шрифтів
        [many] Шукати серед { $count } шрифтів
       *[other] Шукати серед { $count } шрифту
    }
no-such-font = Шрифту з такою назвою немає.
look-usual = Типовий
look-book = Книжка
look-plain = Простий
look-legible = Чіткий
look-eink = Е-папір
look-name = Назва стилю
keep = Залишити
keep-look = Зберегти цей стиль…
look-kept = «{ $name }» збережено.
look-removed = «{ $name }» вилучено.
remove-look = Вилучити { $name }
looks-full =
    { $count ->
        [one] Уже збережено { $count } стиль. Спершу вилучіть якийсь.
        [few] Уже збережено { $count } стилі. Спершу вилучіть якийсь.
        [many] Уже збережено { $count } стилів. Спершу вилучіть якийсь.
       *[other] Уже збережено { $count } стилю. Спершу вилучіть якийсь.
    }
theme = Тема
theme-system = Система
theme-paper = Папір
theme-sepia = Сепія
theme-grey = Сіра
theme-night = Ніч
theme-black = Чорна
theme-eink = Е-папір
theme-own = Власна
theme-clock = За часом
day-and-night = День і ніч
by-day = Удень
by-night = Уночі
theme-by-day = Тема вдень
theme-by-night = Тема вночі
day-begins = День починається о
night-begins = Ніч починається о
own-colours = Власні кольори
colour-page = Сторінка
colour-text = Текст
colour-accent = Акцент
contrast-poor =
    { $ink ->
        [text] Контраст тексту — { $contrast } до 1. Менше ніж 4,5 до 1 важко читати: виберіть колір, що більше відрізняється від сторінки.
        [accent] Контраст акценту — { $contrast } до 1. Менше ніж 4,5 до 1 важко читати: виберіть колір, що більше відрізняється від сторінки.
       *[small] Контраст дрібного, блідішого тексту — { $contrast } до 1. Менше ніж 4,5 до 1 важко читати: виберіть колір, що більше відрізняється від сторінки.
    }
moving-scroll = Прокручування
moving-pages = Сторінки
while-reading = Під час читання
paragraph-focus = Виділення абзацу
reading-ruler = Лінійка для читання
sample = Зразок
sample-title = Лампа біля вікна
sample-text = Сторінка — тихе місце. Вогні в гавані гасли один за одним, а вона читала при лампі, аж доки скінчилася оповідь.
sample-more = { " " }Уранці біля причалу стояло 17 човнів, сіті сохли на вітрі, а під дверима лежав лист.

### Settings

appearance = Вигляд
language = Мова
language-system = Як у системі
keys = Клавіші
about = Про програму
library-not-open = Бібліотеку не відкрито.
recent-libraries = Нещодавні бібліотеки
library-hint = Імпорт копіює статті теки разом із зображеннями до бібліотеки. Тека, звідки їх узято, лишається без змін. Інша вибрана тека читається там, де вона є.
notes-beside = Зберігати виділення й нотатки також поруч із кожною статтею
notes-beside-hint = Файл у Markdown (notes.md), який прочитає будь-яка програма. Він змінюється разом із вашими позначками. Файл, який ви змінили, лишається без змін; якщо це вимкнути, решта зникає.
saving-title = Збереження
saving-hint = Offprint встановлює з’єднання лише для того, щоб завантажити сторінку, яку зберігають, та її зображення й записи. Він не надсилає кукі й нічого не розповідає про вас. Читання не потребує з’єднання.
own-network = Завантажувати також сторінки з власної мережі
own-network-hint = Для вікі вдома чи на роботі. Інакше якась сторінка могла б змусити Offprint звертатися до пристроїв вашої мережі.
check-title = Чи все на місці?
check-hint = Перевірка читає кожне збережене зображення й запис і повідомляє, чого бракує або що пошкоджено. Вона нічого не змінює.
check-more = Перевірити бібліотеку…
duplicates-title = Чи є повтори?
duplicates-hint = Статті порівнюються за адресами й текстами. Ви бачите, що збігається, і вибираєте, що залишити.
duplicates-more = Знайти повтори…
about-hint = Вільна програма за ліцензією MIT або Apache 2.0, на вибір. Статті, що йдуть із нею, — за CC BY 4.0; шрифти Literata й Atkinson Hyperlegible Next — за SIL Open Font License 1.1. Вона нікому нічого не надсилає.
settings-kept-in = Налаштування зберігаються в
report-fault = Повідомити про помилку
report-hint = Звіт не містить назв, тексту й імен тек.
copy-report = Копіювати звіт
report-says = Що в ньому
licences = Ліцензії складників Offprint
licence-more =
    { $count ->
        [one] { $name } і ще { $count }
        [few] { $name } і ще { $count }
        [many] { $name } і ще { $count }
       *[other] { $name } і ще { $count }
    }
dialog-library = Вибрати теку бібліотеки
dialog-import = Імпортувати теку

### Help and keys

to-keys = До клавіш
help-in = Як додати статті
help-in-text = Покладіть файли Markdown (.md) або звичайного тексту (.txt) до теки бібліотеки: вони самі з’являться на полиці.
help-in-folder = { " " }Цілу теку із зображеннями копіюють тут: { $settings }.
help-settings = Налаштування, Бібліотека
help-where = Де вони
help-where-text = Це звичайні файли. Їх відкриє будь-який редактор, а будь-яка програма синхронізації тек перенесе їх на інші пристрої разом із закладками.
help-wrong = Коли щось не так
help-wrong-text = Скопіюйте звіт, додайте, що ви робили, і надішліть обидва тим, від кого ви маєте Offprint. Звіт не містить назв, тексту й імен тек.
keys-shelf = На полиці
keys-article = У статті
keys-pages = На сторінках
keys-everywhere = Усюди
key-enter = Enter
key-esc = Esc
key-shift = Shift
key-ctrl = Ctrl
key-alt = Alt
key-backspace = Backspace
key-space = Пробіл
key-page = Page
key-home = Home
key-end = End
keys-step = Наступна й попередня статті
keys-open = Відкрити
keys-select = Вибрати, або всі до цього місця
keys-select-all = Вибрати всі
keys-neighbours = Попередня й наступна статті; на сторінках із Shift
keys-find = Знайти у статті
keys-match = Наступний збіг, із Shift попередній
keys-jump-back = Назад на попереднє місце після переходу
keys-preview = Попередній перегляд посилання у фокусі
keys-auto-scroll = Автопрокручування: почати й призупинити
keys-pace = Повільніше й швидше
keys-line = Перемістити лінійку чи виділення на рядок або абзац
keys-listen = Читати вголос або призупинити
keys-size = Більший, менший, звичайний текст
keys-zoom = Усе більше, менше, звичайно
keys-print = Друкувати
keys-leave = Назад, звідки ви прийшли
keys-turn = Гортати сторінки
keys-page = Наступна сторінка, із Shift попередня
keys-ends = Перша й остання сторінки
keys-close = Закрити або повернутися

### The welcome

welcome = Почувайтеся як удома
welcome-new = Нова бібліотека
welcome-named = OFFPRINT_LIBRARY вказує на теку, якої не було, тож її щойно створено, з кількома статтями для початку. Якщо це не та назва, виправте її й запустіть знову; цю теку можна видалити:
welcome-text = Ваші статті — звичайні файли у вашій теці. Цю створено для вас:
start-reading = Почати читати
welcome-end = Усе це є також у налаштуваннях.

### When something goes wrong

unreachable = Бібліотека недоступна
wrong = Щось пішло не так
own-folder = Використати власну теку Offprint
nothing-changed = У бібліотеці нічого не змінено.
unforeseen = У вікні сталася непередбачена помилка.
reload = Перезавантажити вікно
library-folder = Тека бібліотеки
cannot-load = Не вдалося завантажити частину Offprint. Закрийте Offprint і запустіть знову. Якщо це не допоможе, перевстановіть його.
warnings-title = Зауваження щодо бібліотеки
unreadable = Це не вдається прочитати.

### Saving pages

saved-pages = Сторінки
addresses = Адреси
files = Файли
what-was-pasted = Вставлене
save-hint = Одна адреса чи тисяча, у будь-якому тексті; або шматок сторінки чи текст, що має стати статтею. Або файл: сторінка, збережена браузером, книжка (EPUB), Markdown, текст. Усе це можна також вставити чи перетягнути на полицю.
choose-files = Вибрати файли…
no-address = Тут немає вебадреси. Вона починається з «https».
file-too-large = «{ $name }» більший за 128 МБ. Якщо це експорт, виберіть його в налаштуваннях: «Імпортувати файл».
not-saved = Не вдалося зберегти.
not-saved-short = Не збережено
cannot-save = Це неможливо зберегти.
on-shelf-already = «{ $title }» уже на полиці.
is-saved = «{ $title }» збережено.
is-saved-without =
    { $count ->
        [one] «{ $title }» збережено, без { $count } зображення.
        [few] «{ $title }» збережено, без { $count } зображень.
        [many] «{ $title }» збережено, без { $count } зображень.
       *[other] «{ $title }» збережено, без { $count } зображення.
    }
title-not-saved = «{ $title }» не вдалося зберегти.
pictures-of = Зображення: { $now } із { $all }
pages-of = Сторінки: { $now } із { $all }
save-the-rest = Зберегти решту
saved-step = Збережено
saved-without =
    { $count ->
        [one] Збережено, без { $count } зображення
        [few] Збережено, без { $count } зображень
        [many] Збережено, без { $count } зображень
       *[other] Збережено, без { $count } зображення
    }
here-already = Уже тут
waits = Чекає своєї черги
pages-here =
    { $count ->
        [1] Ця сторінка вже на полиці.
        [one] Ці сторінки вже на полиці.
        [few] Ці сторінки вже на полиці.
        [many] Ці сторінки вже на полиці.
       *[other] Ці сторінки вже на полиці.
    }
saving-pages =
    { $count ->
        [one] Зберігається { $count } сторінка.
        [few] Зберігаються { $count } сторінки.
        [many] Зберігається { $count } сторінок.
       *[other] Зберігається { $count } сторінки.
    }
addresses-refused =
    { $count ->
        [1] Одну адресу неможливо зберегти:
        [one] { $count } адресу неможливо зберегти:
        [few] { $count } адреси неможливо зберегти:
        [many] { $count } адрес неможливо зберегти:
       *[other] { $count } адреси неможливо зберегти:
    }
pasted-words =
    { $count ->
        [one] { $count } слово.
        [few] { $count } слова.
        [many] { $count } слів.
       *[other] { $count } слова.
    }
pasted-pictures = Зображення в ньому завантажуються з інтернету.
pasted-nothing-yet = Ще нічого не збережено.
save-pasted = Зберегти це як статтю
save-named =
    { $count ->
        [1] Зберегти згадану сторінку
        [one] Зберегти згадані сторінки
        [few] Зберегти згадані сторінки
        [many] Зберегти згадані сторінки
       *[other] Зберегти згадані сторінки
    }
it-is-fetched = Завантажується.

### What an article lacks

save-its-pictures = Зберегти зображення
linked =
    { $count ->
        [one] { $count } зображення цієї статті є в інтернеті й не збережене.
        [few] { $count } зображення цієї статті є в інтернеті й не збережені.
        [many] { $count } зображень цієї статті є в інтернеті й не збережено.
       *[other] { $count } зображення цієї статті є в інтернеті й не збережено.
    }
complete =
    { $count ->
        [0] Збережено повністю.
        [1] Збережено повністю, із зображенням.
        [one] Збережено повністю, з { $count } зображенням.
        [few] Збережено повністю, з усіма { $count } зображеннями.
        [many] Збережено повністю, з усіма { $count } зображеннями.
       *[other] Збережено повністю, з { $count } зображення.
    }
complete-on =
    { $count ->
        [0] Збережено повністю { $day }.
        [1] Збережено повністю { $day }, із зображенням.
        [one] Збережено повністю { $day }, з { $count } зображенням.
        [few] Збережено повністю { $day }, з усіма { $count } зображеннями.
        [many] Збережено повністю { $day }, з усіма { $count } зображеннями.
       *[other] Збережено повністю { $day }, з { $count } зображення.
    }
page-waits = Цю сторінку ще не завантажено.
page-not-saved = Цю сторінку не вдалося зберегти.
what-is-missing = Чого бракує
pictures-not-saved =
    { $count ->
        [one] { $count } зображення з { $all } не вдалося зберегти.
        [few] { $count } зображення з { $all } не вдалося зберегти.
        [many] { $count } зображень із { $all } не вдалося зберегти.
       *[other] { $count } зображення з { $all } не вдалося зберегти.
    }

### Versions

versions = Версії
fetch-anew = Завантажити знову
nothing-new = Нічого не змінилося.
replaced = Тут новий текст. Попередній — у «Версіях».
replaced-without =
    { $count ->
        [one] Тут новий текст, без { $count } зображення. Попередній — у «Версіях».
        [few] Тут новий текст, без { $count } зображень. Попередній — у «Версіях».
        [many] Тут новий текст, без { $count } зображень. Попередній — у «Версіях».
       *[other] Тут новий текст, без { $count } зображення. Попередній — у «Версіях».
    }
set-aside = Отримане відкладено, ваша копія лишається.
not-fetched = Завантажити не вдалося, ваша копія лишається.
shown-now = показано зараз
what-differs = Що відрізняється
show-what-differs = Показати відмінності
use-this-one = Використати цю
differs-hint = Закреслено те, що зникне, позначено те, що з’явиться.
same-text = Однаковий текст
version-shown = Тепер показано цю версію. Попередня — у «Версіях».

### Details, and the text set right by hand

details = Відомості
detail-title = Назва
detail-author = Автор
detail-published = Опубліковано
detail-published-hint = 2019-05-31 або лише рік
detail-section = Рубрика
detail-site = Сайт
detail-language = Мова
detail-description = Опис
details-set = Відомості виправлено.
details-back = Відомості знову такі, як були.
lead-picture = Головне зображення
no-picture = Немає
picture-number = Зображення { $number }
correct-text = Виправити текст
text-set = Текст виправлено. Попередній — у «Версіях».
text-set-without =
    { $count ->
        [one] Текст виправлено, без { $count } зображення. Попередній — у «Версіях».
        [few] Текст виправлено, без { $count } зображень. Попередній — у «Версіях».
        [many] Текст виправлено, без { $count } зображень. Попередній — у «Версіях».
       *[other] Текст виправлено, без { $count } зображення. Попередній — у «Версіях».
    }
text-back = Текст знову такий, як був.
parts = Частини
parts-go =
    { $count ->
        [one] { $count } частина зникне.
        [few] { $count } частини зникнуть.
        [many] { $count } частин зникне.
       *[other] { $count } частини зникне.
    }
parts-come =
    { $count ->
        [one] { $count } частина з’явиться.
        [few] { $count } частини з’являться.
        [many] { $count } частин з’явиться.
       *[other] { $count } частини з’явиться.
    }
parts-left-out =
    { $count ->
        [one] Тут пропущено { $count } частину
        [few] Тут пропущено { $count } частини
        [many] Тут пропущено { $count } частин
       *[other] Тут пропущено { $count } частини
    }
parts-hint = Зніміть позначку з того, що не належить до статті. Решта сторінки стоїть там, де її пропущено: позначте, чого бракує. Попередній текст лишається у «Версіях».
parts-hint-all = Зніміть позначку з того, що не належить до статті. Зі сторінки нічого не пропущено, або її не збережено. Попередній текст лишається у «Версіях».
part-heading = Заголовок
part-list = Список
part-quotation = Цитата
part-code = Код
part-table = Таблиця
part-formula = Формула
part-picture = Зображення
part-recording = Запис
part-line = Лінія

### The trash

trash-empty = Смітник порожній. Переміщене сюди лишається, доки його не видалять.
trash-holds =
    { $count ->
        [one] { $count } стаття із зображеннями й позначками. Вона лишається тут, доки її не видалять.
        [few] { $count } статті із зображеннями й позначками. Вони лишаються тут, доки їх не видалять.
        [many] { $count } статей із зображеннями й позначками. Вони лишаються тут, доки їх не видалять.
       *[other] { $count } статті із зображеннями й позначками. Вони лишаються тут, доки їх не видалять.
    }
empty-trash = Спорожнити смітник…
trashed-list = Статті у смітнику
restore = Відновити
restored = «{ $title }» знову в бібліотеці.
delete-for-good = Видалити назавжди
delete-for-good-title = Видалити назавжди?
delete-one = «{ $title }» з усіма зображеннями й записами буде видалено з цього диска. Скасувати це неможливо.
delete-many =
    { $count ->
        [one] { $count } статтю з усіма зображеннями й записами буде видалено з цього диска. Скасувати це неможливо.
        [few] { $count } статті з усіма зображеннями й записами буде видалено з цього диска. Скасувати це неможливо.
        [many] { $count } статей з усіма зображеннями й записами буде видалено з цього диска. Скасувати це неможливо.
       *[other] { $count } статті з усіма зображеннями й записами буде видалено з цього диска. Скасувати це неможливо.
    }
deleted =
    { $count ->
        [one] Видалено { $count } статтю.
        [few] Видалено { $count } статті.
        [many] Видалено { $count } статей.
       *[other] Видалено { $count } статті.
    }

### Importing a folder

import-title = Імпорт теки
import-bar = Імпорт
import-looking = Перегляд теки…
import-why-out =
    { $count ->
        [1] Чому його пропущено
        [one] Чому їх пропущено
        [few] Чому їх пропущено
        [many] Чому їх пропущено
       *[other] Чому їх пропущено
    }
import-came =
    { $count ->
        [one] { $count } стаття тепер у теці «{ $folder }» вашої бібліотеки.
        [few] { $count } статті тепер у теці «{ $folder }» вашої бібліотеки.
        [many] { $count } статей тепер у теці «{ $folder }» вашої бібліотеки.
       *[other] { $count } статті тепер у теці «{ $folder }» вашої бібліотеки.
    }
import-none = Нічого не імпортовано.
import-out =
    { $count ->
        [one] { $count } файл пропущено.
        [few] { $count } файли пропущено.
        [many] { $count } файлів пропущено.
       *[other] { $count } файлу пропущено.
    }
import-stopped = Зупинено.
imported =
    { $count ->
        [one] Імпортовано { $count } статтю до «{ $folder }».
        [few] Імпортовано { $count } статті до «{ $folder }».
        [many] Імпортовано { $count } статей до «{ $folder }».
       *[other] Імпортовано { $count } статті до «{ $folder }».
    }

### The check of the library

check = Перевірка бібліотеки
check-bar = Перевірка
looking-at-all = Перегляд кожної статті…
check-none =
    { $count ->
        [one] У { $count } статті нічого не бракує.
        [few] У { $count } статтях нічого не бракує.
        [many] У { $count } статтях нічого не бракує.
       *[other] У { $count } статті нічого не бракує.
    }
check-lacking =
    { $count ->
        [one] { $count } статті з { $all } чогось бракує.
        [few] { $count } статтям із { $all } чогось бракує.
        [many] { $count } статтям із { $all } чогось бракує.
       *[other] { $count } статті з { $all } чогось бракує.
    }
check-media =
    { $count ->
        [one] Offprint зберіг { $count } зображення або запис.
        [few] Offprint зберіг { $count } зображення й записи.
        [many] Offprint зберіг { $count } зображень і записів.
       *[other] Offprint зберіг { $count } зображення й запису.
    }
check-media-size =
    { $count ->
        [one] Offprint зберіг { $count } зображення або запис: { $megabytes } МБ.
        [few] Offprint зберіг { $count } зображення й записи: { $megabytes } МБ.
        [many] Offprint зберіг { $count } зображень і записів: { $megabytes } МБ.
       *[other] Offprint зберіг { $count } зображення й запису: { $megabytes } МБ.
    }
check-linked =
    { $count ->
        [one] Ще { $count } є в інтернеті й не збережене.
        [few] Ще { $count } є в інтернеті й не збережені.
        [many] Ще { $count } є в інтернеті й не збережено.
       *[other] Ще { $count } є в інтернеті й не збережено.
    }
check-found = Що знайдено
fetched-now = Усе, що вдалося отримати, тепер тут.
finding-missing = Цього файлу бракує.
finding-waiting = Це ще не завантажено.
finding-refused = Це було відхилено під час завантаження.
finding-damaged = Цей файл пошкоджено.
finding-placeholder = Цей файл — лише заглушка: інша програма тримає його деінде.
finding-unreadable = Цей файл не вдається прочитати.
finding-ledger = Список збереженого не вдається прочитати.
finding-changed = Цей файл змінила інша програма.
finding-orphan = Жодна стаття не показує цього файлу.

### Duplicates

duplicates = Повтори
duplicates-bar = Пошук повторів
duplicates-stopped = Зупинено. Нічого не змінено.
search-again = Шукати знову
duplicates-none =
    { $count ->
        [one] Серед { $count } статті нічого не повторюється.
        [few] Серед { $count } статей нічого не повторюється.
        [many] Серед { $count } статей нічого не повторюється.
       *[other] Серед { $count } статті нічого не повторюється.
    }
duplicates-keep-hint = Стаття, яку ви залишаєте, отримує закладку, мітки, добірки й місце читання інших. Решта переміщується до смітника.
duplicates-found =
    { $count ->
        [1] Одна стаття є тут більш ніж один раз.
        [one] { $count } стаття є тут більш ніж один раз.
        [few] { $count } статті є тут більш ніж один раз.
        [many] { $count } статей є тут більш ніж один раз.
       *[other] { $count } статті є тут більш ніж один раз.
    }
duplicates-more-later =
    { $count ->
        [one] і ще { $count }, коли розберетеся з цими
        [few] і ще { $count }, коли розберетеся з цими
        [many] і ще { $count }, коли розберетеся з цими
       *[other] і ще { $count }, коли розберетеся з цими
    }
merged =
    { $count ->
        [1] «{ $title }» залишено, інша — у смітнику.
        [one] «{ $title }» залишено, інші — у смітнику.
        [few] «{ $title }» залишено, інші — у смітнику.
        [many] «{ $title }» залишено, інші — у смітнику.
       *[other] «{ $title }» залишено, інші — у смітнику.
    }
merge = Об’єднати
not-duplicates = Це не повтори
saved-ago = збережено { $when }
without-text = без тексту
pictures-saved =
    { $count ->
        [one] { $count } зображення збережено
        [few] { $count } зображення збережено
        [many] { $count } зображень збережено
       *[other] { $count } зображення збережено
    }
pictures-saved-of =
    { $all ->
        [one] збережено { $count } із { $all } зображення
        [few] збережено { $count } із { $all } зображень
        [many] збережено { $count } із { $all } зображень
       *[other] збережено { $count } із { $all } зображення
    }
percent-read = прочитано { $percent }
suggested = Рекомендовано
same-address = Та сама адреса
percent-same = { $percent } однакового тексту

### Errors

error-article_gone = Цієї статті вже немає в бібліотеці. Поверніться до полиці.
error-version_gone = Цієї версії вже немає. Перегляньте версії ще раз.
error-collection_gone = Цієї добірки вже немає.
error-library_unreachable = Тека бібліотеки недоступна. Перевірте, чи під’єднано її диск, і спробуйте ще раз або виберіть іншу теку.
error-config_unreadable = Налаштування Offprint не вдається прочитати, тож невідомо, де ваша бібліотека.
error-config_unwritable = Налаштування не вдалося зберегти. Перевірте, чи диск не заповнено і чи дозволено запис до теки.
error-newer_settings = Ці налаштування записала новіша версія Offprint. Запустіть її.
error-not_watched = Зміни від інших програм тут непомітні. Щоб побачити їх, відкрийте бібліотеку знову.
error-not_opened = Не знайдено програми, яка це відкриває. Виберіть її в налаштуваннях системи й спробуйте ще раз.
error-link_refused = Це посилання не веде ні до чого, що відкриває Offprint.
error-medium_missing = Цього зображення чи запису немає в бібліотеці.

### The margins: marks in an article, notes, the notebook

marking = Позначення
mark-in = Позначити: { $colour }
mark-colour = Колір позначки
paint-yellow = Жовтий
paint-green = Зелений
paint-blue = Блакитний
paint-pink = Рожевий
paint-purple = Фіолетовий
add-note = Нотатка
copy-with-source = Копіювати з джерелом
search-library = Шукати в бібліотеці
look-up = Шукати в інтернеті
look-up-hint = Шукати в інтернеті, у браузері
words-copied = Скопійовано
words-not-copied = Не вдалося скопіювати.
marking-hint = Позначення. Стрілки йдуть слово за словом, з Alt — за реченнями, з Shift беруть більше. Enter питає, що робити, Esc завершує.
mark-named = Позначка: { $quote }
mark-change = Змінити: { $quote }
mark-of = Позначка { $now } з { $all }: { $quote }
margin-notes = Нотатки
note-of-mark = Нотатка до цієї позначки
note-hint = Що ви про це думаєте. Можна писати в Markdown.
tags-hint-commas = Мітки через кому
note-kept = Збережено
note-not-kept = Ще не збережено. Ваші слова лишаються тут; змініть їх або закрийте, щоб спробувати ще раз.
note-on-article = Нотатка до всієї статті
note-removed = Нотатку вилучено
open-note = Нотатка: { $note }
mark-removed = Позначку вилучено
mark-remove = Вилучити позначку
mark-reworded = Ці слова вже не ті, що ви позначили.
mark-unsought = У цьому тексті позначено так багато, що ці слова не шукалися.
mark-placed = Позначка знову на своєму місці
marks = Позначки
marks-count = Позначок: { $count }
no-marks-yet = Тут ще нічого не позначено. Виділіть слова або натисніть h.
nothing-to-mark = Тут немає слів, які можна позначити.
mark-away = Її статті тут більше немає
unplaced-title = Без місця
unplaced-hint = Текст змінився, і цих слів у ньому більше немає. Нічого з них не втрачено.
place-by-hand = Розмістити вручну
placing = Виділіть слова, до яких це належить:
place-here = Розмістити
notebook = Записник
notebook-search = Шукати серед позначок
notebook-empty = У цій бібліотеці ще нічого не позначено. Виділіть слова в статті й виберіть колір.
notebook-none = Жодна позначка не підходить.
notebook-order = Порядок позначок
notebook-from = Від
notebook-to = До
all-colours = Усі кольори
every-tag = Усі мітки
by-article = За статтями
notes-found = Знайдено позначок: { $count }
review = Повторення
review-start = Повторення на сьогодні: { $count }
review-done = На сьогодні все.
review-later = Пам’ятаю
review-soon = Скоро знову
review-never = Більше не треба
review-open = Відкрити в статті
review-enough = Поки досить
keys-mark = Позначати слова клавішами
keys-marks = Попередня й наступна позначка; Enter відкриває її

### Articles that leave

export = Експортувати
export-more = Експортувати…
export-everything = Експортувати все…
dialog-export = Експортувати
export-all = Експорт усього
export-marks = Експорт виділень і нотаток
export-count =
    { $count ->
        [one] Експорт { $count } статті
        [few] Експорт { $count } статей
        [many] Експорт { $count } статей
       *[other] Експорт { $count } статті
    }
form-epub = Книжка для електронної читалки
form-epub-what = EPUB зі змістом, зображеннями й виносками
form-html = Одна сторінка
form-html-what = HTML з усіма зображеннями, для будь-якого браузера
form-site = Вебсайт
form-site-what = З пошуком; після розпакування не потребує ні сервера, ні Offprint
form-markdown = Усе в Markdown
form-markdown-what = Файли як є, а поруч — мітки, закладки й добірки
form-json = Усе в одному файлі
form-json-what = JSON; Offprint зможе імпортувати його знову
form-csv = Таблиця
form-csv-what = CSV, рядок на кожну статтю
form-annotations = Позначки й нотатки
form-annotations-what = Анотації W3C, для інших програм
form-notes = Markdown
form-notes-what = Для читання й програм для нотаток
form-readwise = Readwise
form-readwise-what = Таблиця (CSV), яку приймає Readwise
form-bookmarks = Закладки
form-bookmarks-what = Для браузера
export-pack =
    { $count ->
        [one] Читання на { $count } хвилину
        [few] Читання на { $count } хвилини
        [many] Читання на { $count } хвилин
       *[other] Читання на { $count } хвилини
    }
export-pack-what = Книжка з непрочитаних статей на цей час
export-bar = Експорт
export-looking = Пошук статей…
export-written = { articles }: файл { $file } записано.
export-pack-written = { articles }, { $minutes } хв: файл { $file } записано.
export-out =
    { $count ->
        [one] Пропущено { $count } об’єкт.
        [few] Пропущено { $count } об’єкти.
        [many] Пропущено { $count } об’єктів.
       *[other] Пропущено { $count } об’єкта.
    }

### Articles that come from other programs

import-file-more = Імпортувати файл…
dialog-import-file = Імпортувати файл
import-holds =
    { $count ->
        [one] { $name } ({ $format }) містить { $count } запис:
        [few] { $name } ({ $format }) містить { $count } записи:
        [many] { $name } ({ $format }) містить { $count } записів:
       *[other] { $name } ({ $format }) містить { $count } запису:
    }
import-holds-new =
    { $count ->
        [one] { $count } новий, з текстом
        [few] { $count } нові, з текстом
        [many] { $count } нових, з текстом
       *[other] { $count } нового, з текстом
    }
import-holds-queued =
    { $count ->
        [one] { $count } новий, буде завантажено з інтернету
        [few] { $count } нові, буде завантажено з інтернету
        [many] { $count } нових, буде завантажено з інтернету
       *[other] { $count } нового, буде завантажено з інтернету
    }
import-holds-merged =
    { $count ->
        [one] { $count } уже є
        [few] { $count } уже є
        [many] { $count } уже є
       *[other] { $count } уже є
    }
import-holds-refused =
    { $count ->
        [one] { $count } не вдасться прийняти
        [few] { $count } не вдасться прийняти
        [many] { $count } не вдасться прийняти
       *[other] { $count } не вдасться прийняти
    }
import-holds-highlights =
    { $count ->
        [one] { $count } позначка чи нотатка
        [few] { $count } позначки й нотатки
        [many] { $count } позначок і нотаток
       *[other] { $count } позначки й нотатки
    }
format-bookmarks = закладки
format-html = збережені сторінки
format-text = текст
format-epub = книжка
format-addresses = список адрес
format-csv = таблиця з адресами
format-json = JSON з адресами
format-files = файли різних видів
format-offprint-csv = таблиця Offprint
format-offprint-json = бібліотека Offprint
format-offprint-zip = бібліотека Offprint
format-annotations = виділення й нотатки
import-verb = Імпортувати
import-reading = Читання файлу…
import-of = Із { $count }: { $parts }.
import-got-new =
    { $count ->
        [one] { $count } стаття має текст
        [few] { $count } статті мають текст
        [many] { $count } статей мають текст
       *[other] { $count } статті мають текст
    }
import-got-marks = нових виділень і нотаток: { $count }
import-got-queued =
    { $count ->
        [one] { $count } стаття чекає на завантаження
        [few] { $count } статті чекають на завантаження
        [many] { $count } статей чекають на завантаження
       *[other] { $count } статті чекають на завантаження
    }
import-got-merged =
    { $count ->
        [one] { $count } уже була тут
        [few] { $count } уже були тут
        [many] { $count } уже були тут
       *[other] { $count } уже були тут
    }
import-got-refused =
    { $count ->
        [one] { $count } не вдалося прийняти
        [few] { $count } не вдалося прийняти
        [many] { $count } не вдалося прийняти
       *[other] { $count } не вдалося прийняти
    }
import-got-aside =
    { $count ->
        [one] { $count } позначку чи нотатку не вдалося додати до статті.
        [few] { $count } позначки й нотатки не вдалося додати до статей.
        [many] { $count } позначок і нотаток не вдалося додати до статей.
       *[other] { $count } позначки й нотатки не вдалося додати до статей.
    }
import-why-refused =
    { $count ->
        [1] Чому його не прийнято
        [one] Чому їх не прийнято
        [few] Чому їх не прийнято
        [many] Чому їх не прийнято
       *[other] Чому їх не прийнято
    }

### Lines from top to bottom

japanese-and-chinese = Японська й китайська
lines-as-written = Як у статті
lines-horizontal = Горизонтально
lines-vertical = Вертикально
