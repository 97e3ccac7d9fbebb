# Japanese. Nouns and short verbs on buttons; です and ます only in whole sentences.

language-name = 日本語
language-direction = ltr

### Words of many places

undo = 元に戻す
close = 閉じる
cancel = キャンセル
save = 保存
saving = 保存中…
stop = 中止
done = 完了
add = 追加
open = 開く
play = 再生
name = 名前
more = その他
back = 戻る
pictures-title = 画像
try-again = 再試行
trying = 再試行中…
being-fetched = 取得中…
one-moment = お待ちください…
with-key = { $what }（{ $key }）
with-title = { $what }：{ $title }
of = { $now } / { $all }
of-about = { $now } / 約 { $all }
about-of = 約 { $now } / { $all }
of-articles =
    { $all ->
       *[other] { $now } / { $all } 件
    }
of-texts =
    { $all ->
       *[other] { $now } / { $all } 件
    }
articles =
    { $count ->
       *[other] { $count } 件の記事
    }
words =
    { $count ->
       *[other] { $count } 語
    }
and-more =
    { $count ->
       *[other] ほか { $count } 件
    }
and-more-articles =
    { $count ->
       *[other] ほか { $count } 件
    }
minutes = { $count } 分
minutes-left = 残り { $count } 分
untitled = 無題

### The shelf

shelves = 本棚
home = ホーム
unread = 未読
bookmarks = ブックマーク
archive = アーカイブ
trash = ゴミ箱
browse = 一覧
help = ヘルプ
settings = 設定
library = ライブラリ
tags = タグ
collections = コレクション
articles-list = 記事
search = 検索
search-in =
    { $shelf ->
        [unread] 未読を検索
        [bookmarks] ブックマークを検索
        [archive] アーカイブを検索
       *[other] この中を検索
    }
search-all =
    { $count ->
       *[other] { $count } 件の記事を検索
    }
clear-search = 検索を消去
sort-and-layout = 並べ替えと表示
save-pages = ページを保存
opening-library = ライブラリを開いています…
to-know =
    { $count ->
       *[other] お知らせ { $count } 件
    }
found =
    { $count ->
       *[other] { $count } 件見つかりました
    }
continue = 続きを読む
minutes-left-of = 残り { $left } / { $all } 分
read-when = 閲覧：{ $when }
not-fetched-yet = 未取得
is-bookmarked = ブックマーク済み
is-archived = アーカイブ済み
select = 選択
all-tags =
    { $count ->
       *[other] すべてのタグ（{ $count }）
    }
collection = コレクション

### The front page

front-page = フロントページ
front-new = 新着
front-reading = 続きを読む
front-short = 短い記事
front-long = 長い記事
time-label = 読む時間（分）
time-before = 読む時間
time-after = 分
time-minutes =
    { $count ->
       *[other] { $count } 分
    }
picks-one = 1 つの記事
picks-one-title = ちょうどよい 1 本
picks-several = いくつかの記事
picks-or =
    { $count ->
        [2] または 2 本で { $minutes } 分
       *[other] または 3 本で { $minutes } 分
    }
picks-these =
    { $count ->
        [2] この 2 本で { $minutes } 分
       *[other] この 3 本で { $minutes } 分
    }
picks-none =
    { $count ->
       *[other] { $count } 分ほどで読める未読の記事はありません。
    }
picks-others = ほかの候補

### What is done with articles

bookmark = ブックマーク
remove-bookmark = ブックマークを外す
archive-verb = アーカイブ
move-to-archive = アーカイブに移動
move-out-of-archive = アーカイブから戻す
move-to-trash = ゴミ箱に移動
mark-read = 既読にする
mark-unread = 未読にする
toggle-bookmarks = ブックマークを付ける／外す
toggle-archive = アーカイブに移動／戻す
toggle-read = 既読／未読を切り替える
read-verb = 既読
read-aloud = 読み上げる
read-aloud-later = 読み上げる（再生中ならその後で）
open-tags = タグ…
open-collections = コレクション…
show-in-file-manager = ファイルマネージャーで表示
open-original = 元のページを開く
move-up = 上へ移動
move-down = 下へ移動
remove-from-this = このコレクションから外す
swipe-archive = アーカイブ
swipe-unarchive = アーカイブから戻す
swipe-trash = ゴミ箱
told-bookmarked =
    { $count ->
        [1] ブックマークしました。
       *[other] { $count } 件の記事をブックマークしました。
    }
told-unbookmarked =
    { $count ->
        [1] ブックマークを外しました。
       *[other] { $count } 件の記事のブックマークを外しました。
    }
told-archived =
    { $count ->
        [1] アーカイブに移動しました。
       *[other] { $count } 件の記事をアーカイブに移動しました。
    }
told-unarchived =
    { $count ->
        [1] アーカイブから戻しました。
       *[other] { $count } 件の記事をアーカイブから戻しました。
    }
told-read =
    { $count ->
        [1] 既読にしました。
       *[other] { $count } 件の記事を既読にしました。
    }
told-unread =
    { $count ->
        [1] 未読にしました。
       *[other] { $count } 件の記事を未読にしました。
    }
told-trashed =
    { $count ->
        [1] ゴミ箱に移動しました。
       *[other] { $count } 件の記事をゴミ箱に移動しました。
    }
told-tagged =
    { $count ->
        [1] タグ「{ $name }」を付けました。
       *[other] { $count } 件の記事にタグ「{ $name }」を付けました。
    }
told-added =
    { $count ->
        [1] 「{ $name }」に追加しました。
       *[other] { $count } 件の記事を「{ $name }」に追加しました。
    }
told-taken-out =
    { $count ->
        [1] 「{ $name }」から外しました。
       *[other] { $count } 件の記事を「{ $name }」から外しました。
    }
told-moved = 移動しました。
told-removed-here = このコレクションから外しました。
selected-articles = 選択中の記事
selected =
    { $count ->
       *[other] { $count } 件選択中
    }
select-all =
    { $count ->
       *[other] { $count } 件すべてを選択
    }
clear-selection = 選択を解除

### Tags and collections

tags-of =
    { $count ->
       *[other] { $count } 件の記事のタグ
    }
add-tag = タグを追加
remove-the-tag = タグ「{ $name }」を外す
tag-removed = タグ「{ $name }」を外しました。
tags-in-use = 使用中のタグ
tags-hint = タグは記事とは別に保存されます。ファイルは変わりません。
write-tags =
    { $count ->
        [1] ファイルにも書き込む
       *[other] ファイルにも書き込む
    }
tags-there = これらのタグはすでにファイルにあります。
tags-written =
    { $count ->
       *[other] { $count } 個のファイルに書き込みました。
    }
collections-of =
    { $count ->
       *[other] { $count } 件の記事のコレクション
    }
new-collection-name = 新しいコレクションの名前
new-collection = 新しいコレクション
rename = 名前を変更
rename-more = 名前を変更…
rename-tag = タグの名前を変更
rename-collection = コレクションの名前を変更
renamed = 「{ $before }」を「{ $name }」に変更しました。
remove-from-all = すべての記事から外す
change-search-more = 検索条件を変更…
change-search = 検索条件を変更
change = 変更
search-changed = 検索条件を変更しました。
delete = 削除
collection-deleted = 「{ $name }」を削除しました。記事はそのまま残っています。

### Searching

search-offers = 候補
searched-too = 「{ $words }」も検索しました。
save-search = この検索を保存
search-saved = 「{ $name }」をコレクションに追加しました。

### What an empty shelf says

nothing-found = 「{ $words }」は見つかりませんでした
nothing-found-hint = 本文、タイトル、タグ、セクション、サイト、著者を検索します。
no-tagged = このタグの記事はありません
no-tagged-hint = 記事のメニューか t キーで付けられます。
empty-collection = このコレクションは空です
empty-collection-hint = 記事のメニューから追加できます。
all-read = すべて既読
all-read-hint = 次に保存した記事がここに並びます。
no-bookmarks = ブックマークはまだありません
no-bookmarks-hint = 記事をブックマークすると、ここから見つけられます。
empty-archive = アーカイブは空です
empty-archive-hint = 読み終えた記事をここに移します。ライブラリには残ります。
empty-shelf = 本棚は空です
empty-shelf-hint = ライブラリのフォルダに Markdown かテキストのファイルを置くと、ここに表示されます。
show-folder = フォルダを表示
import-folder-more = フォルダを読み込む…
choose-folder = 別のフォルダを選ぶ

### Sort and layout

sort-by = 並べ替え
sort-saved = 保存日
sort-published = 公開日
sort-title = タイトル
sort-site = サイト
sort-length = 長さ
sort-progress = 進み具合
sort-random = シャッフル
order = 順序
newest-first = 新しい順
oldest-first = 古い順
z-to-a = 降順
a-to-z = 昇順
longest-first = 長い順
shortest-first = 短い順
most-read-first = 読み進めた順
least-read-first = 読んでいない順
layout = 表示
layout-list = リスト
layout-compact = コンパクト
layout-grid = グリッド
collection-order = コレクションには独自の順序があり、記事のメニューで動かせます。保存した検索は、その条件の順に並びます。
front-setting = 新着の上にフロントページを表示

### An open article

contents = 目次
reading-settings = 表示設定
is-read = 既読
nothing-in-file = このファイルにはまだ何もありません。
saved-on = { $when }に保存
not-as-written =
    { $count ->
       *[other] { $count } か所が書かれたとおりに表示されていません
    }
notes = 注
note = 注 { $number }
back-to-text = 本文に戻る
back-to-mention = 参照 { $number } に戻る
enlarge = 画像を拡大
not-saved-with-article = この記事と一緒には保存されていません
cannot-open = この記事を開けません
picture = 画像
previous-picture = 前の画像
next-picture = 次の画像
previous-next = 前後の記事
previous = 前の記事
next = 次の記事
related = 関連記事
table = 表
copy = コピー
copied = コピーしました
not-copied = コピーできませんでした
print = 印刷…
loading = 読み込み中…
cannot-play = このシステムではこのファイルを再生できません。
too-large-to-play = このファイルは 200 MB を超えているため、ここでは再生できません。別のアプリで再生してください。
back-to-where = 元の位置に戻る
find = 記事内を検索
previous-match = 前の一致
next-match = 次の一致
not-found = 見つかりません
words-a-minute = 1 分あたりの語数
pace = { $count } 語/分
slower = 遅く
faster = 速く
auto-scroll = 自動スクロール
start-auto-scroll = 自動スクロールを開始
pause-auto-scroll = 自動スクロールを一時停止
start = 開始
pause = 一時停止
pages = ページ
previous-page = 前のページ
next-page = 次のページ
minutes-left-in-section = この節は残り { $count } 分

### Reading aloud

listening = 読み上げ
go-on = 続ける
previous-sentence = 前の文
next-sentence = 次の文
stop-listening = 読み上げを終了
speed = 速さ
voice = 声
system-voice = システムの声
heard-next = 次：{ $title }
heard-next-more =
    { $count ->
       *[other] 次：{ $title }、ほか { $count } 件
    }
take-out = 「{ $title }」を外す
comes-after = 「{ $title }」は今の読み上げの後に続きます。
nothing-to-say = この記事には読み上げられる文がありません。
no-voice = この端末には{ $language }の声がありません。
voice-failed = 読み上げに失敗しました：{ $why }。もう一度試すか、別の声を選んでください。

### Reading settings

looks = スタイル
colours = 色
letters = 文字
lines = 行
moving = 読み進め方
text-size = 文字の大きさ
zoom = 全体の大きさ
zoom-out = 小さく
zoom-in = 大きく
smaller-text = 文字を小さく
larger-text = 文字を大きく
pixels = { $count } px
page-margins = ページの余白
narrower-margins = 余白を狭く
wider-margins = 余白を広く
line-height = 行の高さ
lower-lines = 行を低く
higher-lines = 行を高く
line-width = 行の長さ
shorter-lines = 行を短く
longer-lines = 行を長く
paragraphs = 段落
spaced = 間を空ける
indented = 字下げ
alignment = 行揃え
ragged = 頭揃え
justified = 両端揃え
hyphenate = 単語をハイフンで分割
ligatures = 合字
old-figures = オールドスタイル数字
typeface = 書体
face-serif = 明朝
face-sans = ゴシック
face-mono = 等幅
face-legible = 見やすい
machine-fonts = この端末のフォント
machine-fonts-more = この端末のフォント…
no-fonts = この端末にフォントが見つかりません。
search-fonts = フォントを検索
search-fonts-count =
    { $count ->
       *[other] { $count } 種類のフォントを検索
    }
no-such-font = その名前のフォントはありません。
look-usual = 標準
look-book = 本
look-plain = シンプル
look-legible = 見やすい
look-eink = E Ink
look-name = スタイルの名前
keep = 残す
keep-look = このスタイルを残す…
look-kept = 「{ $name }」を保存しました。
look-removed = 「{ $name }」を削除しました。
remove-look = 「{ $name }」を削除
looks-full =
    { $count ->
       *[other] スタイルはすでに { $count } 個あります。先にどれかを削除してください。
    }
theme = テーマ
theme-system = システム
theme-paper = 紙
theme-sepia = セピア
theme-grey = グレー
theme-night = 夜
theme-black = 黒
theme-eink = E Ink
theme-own = カスタム
theme-clock = 時刻
day-and-night = 昼と夜
by-day = 昼
by-night = 夜
theme-by-day = 昼のテーマ
theme-by-night = 夜のテーマ
day-begins = 昼の開始時刻
night-begins = 夜の開始時刻
own-colours = カスタムの色
colour-page = 背景
colour-text = 文字
colour-accent = アクセント
contrast-poor =
    { $ink ->
        [text] 文字のコントラストは { $contrast } 対 1 です。4.5 対 1 を下回ると読みにくくなります。背景との差が大きい色を選んでください。
        [accent] アクセントのコントラストは { $contrast } 対 1 です。4.5 対 1 を下回ると読みにくくなります。背景との差が大きい色を選んでください。
       *[small] 薄く表示される小さな文字のコントラストは { $contrast } 対 1 です。4.5 対 1 を下回ると読みにくくなります。背景との差が大きい色を選んでください。
    }
moving-scroll = スクロール
moving-pages = ページ
while-reading = 読書中
paragraph-focus = 段落を強調
reading-ruler = 読書用ルーラー
sample = 見本
sample-title = 窓辺のランプ
sample-text = ページの中は静かな場所だ。港の灯りがひとつ、またひとつと消えていき、彼女は物語が終わるまでランプのそばで読み続けた。
sample-more = 朝になると、岸壁には 17 艘の舟が並び、網が風に乾き、扉の下には一通の手紙があった。

### Settings

appearance = 外観
language = 言語
language-system = システムに合わせる
keys = キー
about = このアプリについて
library-not-open = ライブラリは開かれていません。
recent-libraries = 最近使ったライブラリ
library-hint = 読み込むと、フォルダの記事と画像がライブラリにコピーされます。元のフォルダは変わりません。別のフォルダを選ぶと、その場所のまま読みます。
notes-beside = マークとメモを記事の横にも保存する
notes-beside-hint = どのアプリでも読める Markdown のファイル（notes.md）です。マークに合わせて更新されます。自分で変更したファイルはそのまま残り、オフにするとほかのファイルは消えます。
saving-title = 保存
saving-hint = Offprint が接続するのは、保存するページとその画像や音声・動画を取得するときだけです。Cookie は送らず、利用者について何も伝えません。読むときには接続しません。
own-network = 自分のネットワーク内のページも取得する
own-network-hint = 自宅や職場の Wiki などのために使います。オフにしておけば、ページが Offprint を通じてネットワーク内の機器に接続することはありません。
check-title = すべて揃っていますか？
check-hint = 保存された画像や音声・動画をすべて読み、欠けているものや壊れているものを示します。何も変更しません。
check-more = ライブラリを点検…
duplicates-title = 重複はありませんか？
duplicates-hint = 記事をアドレスと本文で比べます。同じものが表示され、どれを残すか選べます。
duplicates-more = 重複を探す…
about-hint = MIT または Apache 2.0 ライセンス（選択可）の自由ソフトウェアです。付属の記事は CC BY 4.0、書体 Literata と Atkinson Hyperlegible Next は SIL Open Font License 1.1 で提供されます。どこにも何も送信しません。
settings-kept-in = 設定の保存場所
report-fault = 不具合を報告
report-hint = 報告にはタイトル、本文、フォルダ名は含まれません。
copy-report = 報告をコピー
report-says = 報告の内容
licences = Offprint に含まれるもののライセンス
licence-more = { $name } ほか { $count } 件
dialog-library = ライブラリのフォルダを選択
dialog-import = フォルダを読み込む

### Help and keys

to-keys = キーの一覧へ
help-in = 記事の入れ方
help-in-text = ライブラリのフォルダに Markdown（.md）かプレーンテキスト（.txt）のファイルを置くと、自動的に本棚に並びます。
help-in-folder = 画像ごとフォルダ全体をコピーするには、{ $settings }を開いてください。
help-settings = 設定の「ライブラリ」
help-where = 記事のある場所
help-where-text = 普通のファイルです。どのエディタでも開け、フォルダを同期するアプリならブックマークとともに他の端末へ運べます。
help-wrong = うまくいかないとき
help-wrong-text = 報告をコピーし、行った操作を書き添えて、Offprint の入手元に送ってください。報告にはタイトル、本文、フォルダ名は含まれません。
keys-shelf = 本棚
keys-article = 記事
keys-pages = ページ表示
keys-everywhere = すべての画面
key-enter = Enter
key-esc = Esc
key-shift = Shift
key-ctrl = Ctrl
key-alt = Alt
key-backspace = Backspace
key-space = スペース
key-page = Page
key-home = Home
key-end = End
keys-step = 次／前の記事
keys-open = 開く
keys-select = 選択、またはここまですべて
keys-select-all = すべて選択
keys-neighbours = 前／次の記事（ページ表示では Shift を押しながら）
keys-find = 記事内を検索
keys-match = 次の一致（Shift で前）
keys-jump-back = 移動前の位置に戻る
keys-preview = フォーカスのあるリンクをプレビュー
keys-auto-scroll = 自動スクロールの開始と一時停止
keys-pace = 遅く／速く
keys-line = ルーラーや強調を 1 行・1 段落動かす
keys-listen = 読み上げ、または一時停止
keys-size = 文字を大きく／小さく／標準に
keys-zoom = 全体を大きく／小さく／標準に
keys-print = 印刷
keys-leave = 元の場所に戻る
keys-turn = ページをめくる
keys-page = 次のページ（Shift で前）
keys-ends = 最初／最後のページ
keys-close = 閉じる、または戻る

### The welcome

welcome = ようこそ
welcome-new = 新しいライブラリ
welcome-named = OFFPRINT_LIBRARY に指定されたフォルダがなかったため、いくつかの記事とともに新しく作成しました。意図した名前でなければ、直してから起動し直してください。このフォルダは削除してかまいません：
welcome-text = 記事はご自分のフォルダにある普通のファイルです。そのためにこのフォルダを作りました：
start-reading = 読み始める
welcome-end = どれも「設定」でも変更できます。

### When something goes wrong

unreachable = ライブラリにアクセスできません
wrong = 問題が起きました
own-folder = Offprint 専用のフォルダを使う
nothing-changed = ライブラリは何も変更されていません。
unforeseen = ウィンドウで予期しない不具合が起きました。
reload = ウィンドウを再読み込み
library-folder = ライブラリのフォルダ
cannot-load = Offprint の一部を読み込めませんでした。Offprint を閉じて起動し直してください。それでも直らなければ、インストールし直してください。
warnings-title = ライブラリについてのお知らせ
unreadable = 読めません。

### Saving pages

saved-pages = ページ
addresses = アドレス
files = ファイル
what-was-pasted = 貼り付けたもの
save-hint = アドレスは一つでも千でも、どんな文章の中にあってもかまいません。記事にしたいページの一部やテキストでも、ファイル（ブラウザで保存したページ、EPUB の本、Markdown、テキスト）でもかまいません。本棚に貼り付けたりドロップしたりもできます。
choose-files = ファイルを選ぶ…
no-address = Web のアドレスが含まれていません。アドレスは「https」で始まります。
file-too-large = 「{ $name }」は 128 MB を超えています。書き出しファイルなら、設定の「ファイルを読み込む」で選んでください。
not-saved = 保存できませんでした。
not-saved-short = 未保存
cannot-save = 保存できません。
on-shelf-already = 「{ $title }」はすでに本棚にあります。
is-saved = 「{ $title }」を保存しました。
is-saved-without =
    { $count ->
       *[other] 「{ $title }」を保存しました（画像 { $count } 点を除く）。
    }
title-not-saved = 「{ $title }」を保存できませんでした。
pictures-of = 画像：{ $now } / { $all }
pages-of = ページ：{ $now } / { $all }
save-the-rest = 残りを保存
saved-step = 保存済み
saved-without =
    { $count ->
       *[other] 保存済み（画像 { $count } 点を除く）
    }
here-already = 保存済み
waits = 順番待ち
pages-here =
    { $count ->
        [1] このページはすでに本棚にあります。
       *[other] これらのページはすでに本棚にあります。
    }
saving-pages =
    { $count ->
       *[other] { $count } ページを保存しています。
    }
addresses-refused =
    { $count ->
       *[other] 保存できないアドレスが { $count } 件あります：
    }
pasted-words =
    { $count ->
       *[other] { $count } 語。
    }
pasted-pictures = 中の画像は Web から取得します。
pasted-nothing-yet = まだ何も保存されていません。
save-pasted = 記事として保存
save-named =
    { $count ->
       *[other] 書かれているアドレスのページを保存
    }
it-is-fetched = 取得しています。

### What an article lacks

save-its-pictures = 画像を保存
linked =
    { $count ->
       *[other] この記事の画像 { $count } 点は Web 上にあり、保存されていません。
    }
complete =
    { $count ->
        [0] すべて保存済みです。
       *[other] 画像 { $count } 点を含め、すべて保存済みです。
    }
complete-on =
    { $count ->
        [0] { $day }にすべて保存しました。
       *[other] { $day }に画像 { $count } 点を含めてすべて保存しました。
    }
page-waits = このページはまだ取得されていません。
page-not-saved = このページを保存できませんでした。
what-is-missing = 欠けているもの
pictures-not-saved =
    { $count ->
       *[other] 画像 { $all } 点のうち { $count } 点を保存できませんでした。
    }

### Versions

versions = 版
fetch-anew = 取得し直す
nothing-new = 変更はありません。
replaced = 新しい本文になりました。前のものは「版」にあります。
replaced-without =
    { $count ->
       *[other] 新しい本文になりました（画像 { $count } 点を除く）。前のものは「版」にあります。
    }
set-aside = 取得した内容は別に残し、手元の記事はそのままです。
not-fetched = 取得できませんでした。手元の記事はそのままです。
shown-now = 表示中
what-differs = 違い
show-what-differs = 違いを表示
use-this-one = この版を使う
differs-hint = 取り消し線は消える部分、印は加わる部分です。
same-text = 同じ文章
version-shown = この版を表示しています。前のものは「版」にあります。

### Details, and the text set right by hand

details = 詳細
detail-title = タイトル
detail-author = 著者
detail-published = 公開日
detail-published-hint = 2019-05-31、または年だけ
detail-section = セクション
detail-site = サイト
detail-language = 言語
detail-description = 説明
details-set = 詳細を修正しました。
details-back = 詳細を元に戻しました。
lead-picture = 見出しの画像
no-picture = なし
picture-number = 画像 { $number }
correct-text = 本文を修正
text-set = 本文を修正しました。前のものは「版」にあります。
text-set-without =
    { $count ->
       *[other] 本文を修正しました（画像 { $count } 点を除く）。前のものは「版」にあります。
    }
text-back = 本文を元に戻しました。
parts = 部分
parts-go =
    { $count ->
       *[other] { $count } 個の部分が消えます。
    }
parts-come =
    { $count ->
       *[other] { $count } 個の部分が加わります。
    }
parts-left-out =
    { $count ->
       *[other] ここで { $count } 個の部分を省略
    }
parts-hint = 記事でない部分のチェックを外してください。省かれたページの部分は、元の場所に示されます。足りないものにチェックを入れてください。前の本文は「版」に残ります。
parts-hint-all = 記事でない部分のチェックを外してください。ページから省かれたものはないか、ページが残っていません。前の本文は「版」に残ります。
part-heading = 見出し
part-list = リスト
part-quotation = 引用
part-code = コード
part-table = 表
part-formula = 数式
part-picture = 画像
part-recording = 音声・動画
part-line = 罫線

### The trash

trash-empty = ゴミ箱は空です。ここに移したものは、削除するまで残ります。
trash-holds =
    { $count ->
       *[other] { $count } 件の記事（画像とマークを含む）。ここにあるものは、削除するまで残ります。
    }
empty-trash = ゴミ箱を空にする…
trashed-list = ゴミ箱の記事
restore = 元に戻す
restored = 「{ $title }」をライブラリに戻しました。
delete-for-good = 完全に削除
delete-for-good-title = 完全に削除しますか？
delete-one = 「{ $title }」は、すべての画像や音声・動画とともにこのディスクから削除されます。元に戻せません。
delete-many =
    { $count ->
       *[other] { $count } 件の記事は、すべての画像や音声・動画とともにこのディスクから削除されます。元に戻せません。
    }
deleted =
    { $count ->
       *[other] { $count } 件の記事を削除しました。
    }

### Importing a folder

import-title = フォルダを読み込む
import-bar = 読み込み
import-looking = フォルダを調べています…
import-why-out =
    { $count ->
       *[other] 除外した理由
    }
import-came =
    { $count ->
       *[other] { $count } 件の記事がライブラリのフォルダ「{ $folder }」に入りました。
    }
import-none = 何も読み込まれませんでした。
import-out =
    { $count ->
       *[other] { $count } 個のファイルを除外しました。
    }
import-stopped = 中止しました。
imported =
    { $count ->
       *[other] { $count } 件の記事を「{ $folder }」に読み込みました。
    }

### The check of the library

check = ライブラリを点検
check-bar = 点検
looking-at-all = すべての記事を調べています…
check-none =
    { $count ->
       *[other] { $count } 件の記事に欠けているものはありません。
    }
check-lacking =
    { $count ->
       *[other] { $all } 件の記事のうち { $count } 件に欠けているものがあります。
    }
check-media =
    { $count ->
       *[other] Offprint が保存した画像や音声・動画は { $count } 点です。
    }
check-media-size =
    { $count ->
       *[other] Offprint が保存した画像や音声・動画は { $count } 点、{ $megabytes } MB です。
    }
check-linked =
    { $count ->
       *[other] ほかに { $count } 点が Web 上にあり、保存されていません。
    }
check-found = 見つかったもの
fetched-now = 取得できたものは保存しました。
finding-missing = このファイルがありません。
finding-waiting = まだ取得されていません。
finding-refused = 取得の際に拒否されました。
finding-damaged = このファイルは壊れています。
finding-placeholder = このファイルは仮のもので、実体は別のアプリが別の場所に置いています。
finding-unreadable = このファイルは読めません。
finding-ledger = 保存したものの一覧を読めません。
finding-changed = このファイルは別のアプリが変更しました。
finding-orphan = このファイルを表示する記事はありません。

### Duplicates

duplicates = 重複
duplicates-bar = 重複の検索
duplicates-stopped = 中止しました。何も変更していません。
search-again = もう一度探す
duplicates-none =
    { $count ->
       *[other] { $count } 件の記事の中に重複はありません。
    }
duplicates-keep-hint = 残す記事は、ほかの記事のブックマーク、タグ、コレクション、読みかけの位置を受け継ぎます。ほかの記事はゴミ箱に移ります。
duplicates-found =
    { $count ->
       *[other] { $count } 件の記事が重複しています。
    }
duplicates-more-later =
    { $count ->
       *[other] これらの後に、ほか { $count } 件
    }
merged =
    { $count ->
       *[other] 「{ $title }」を残し、ほかはゴミ箱に移しました。
    }
merge = まとめる
not-duplicates = 重複ではない
saved-ago = 保存：{ $when }
without-text = 本文なし
pictures-saved =
    { $count ->
       *[other] 画像 { $count } 点を保存済み
    }
pictures-saved-of =
    { $all ->
       *[other] 画像 { $all } 点中 { $count } 点を保存済み
    }
percent-read = { $percent } 既読
suggested = おすすめ
same-address = 同じアドレス
percent-same = 本文の { $percent } が同じ

### Errors

error-article_gone = この記事はもうライブラリにありません。本棚に戻ってください。
error-version_gone = この版はもうありません。版の一覧を開き直してください。
error-collection_gone = このコレクションはもうありません。
error-library_unreachable = ライブラリのフォルダにアクセスできません。ディスクが接続されているか確かめて再試行するか、別のフォルダを選んでください。
error-config_unreadable = Offprint の設定を読めないため、ライブラリの場所がわかりません。
error-config_unwritable = 設定を保存できませんでした。ディスクの空きとフォルダへの書き込み権限を確かめてください。
error-newer_settings = この設定は新しい版の Offprint が書いたものです。その版を起動してください。
error-not_watched = ほかのアプリによる変更をここでは検知できません。ライブラリを開き直すと反映されます。
error-not_opened = これを開くアプリが見つかりません。システムの設定で選んでから、もう一度試してください。
error-link_refused = このリンクの先は Offprint では開けません。
error-medium_missing = この画像または音声・動画はライブラリにありません。

### The margins: marks in an article, notes, the notebook

marking = マーク
mark-in = { $colour }でマーク
mark-colour = マークの色
paint-yellow = 黄
paint-green = 緑
paint-blue = 青
paint-pink = ピンク
paint-purple = 紫
add-note = メモ
copy-with-source = 出典付きでコピー
search-library = ライブラリを検索
look-up = Web で調べる
look-up-hint = ブラウザで開いて Web で調べる
words-copied = コピーしました
words-not-copied = コピーできませんでした。
marking-hint = マークします。矢印キーで単語ごと、Alt を押しながら文ごとに移動し、Shift で範囲を広げます。Enter で操作を選び、Esc で終わります。
mark-named = マーク：{ $quote }
mark-change = 変更：{ $quote }
mark-of = マーク { $now } / { $all }：{ $quote }
margin-notes = メモ
note-of-mark = このマークのメモ
note-hint = 考えたことを書きます。Markdown が使えます。
tags-hint-commas = タグ（コンマ区切り）
note-kept = 保存しました
note-not-kept = まだ保存されていません。書いた内容はここに残っています。書き直すか、閉じるともう一度試します。
note-on-article = 記事全体へのメモ
note-removed = メモを削除しました
open-note = メモ：{ $note }
mark-removed = マークを削除しました
mark-remove = マークを削除
mark-reworded = マークしたときと言葉が変わっています。
mark-unsought = この本文にはマークが多すぎるため、この言葉は探されませんでした。
mark-placed = マークの位置が決まりました
marks = マーク
marks-count = マーク：{ $count }
no-marks-yet = ここにはまだマークがありません。文字を選択するか、h を押してください。
nothing-to-mark = ここにはマークできる文字がありません。
mark-away = この記事はもうここにありません
unplaced-title = 位置のわからないマーク
unplaced-hint = 本文が変わり、この言葉はなくなりました。マークは失われていません。
place-by-hand = 手動で位置を決める
placing = このマークを付ける箇所を選択してください：
place-here = ここにする
notebook = ノート
notebook-search = マークを検索
notebook-empty = このライブラリにはまだマークがありません。記事の文字を選択して、色を選んでください。
notebook-none = 当てはまるマークはありません。
notebook-order = マークの順序
notebook-from = 開始日
notebook-to = 終了日
all-colours = すべての色
every-tag = すべてのタグ
by-article = 記事ごと
notes-found = 見つかったマーク：{ $count }
review = 復習
review-start = 今日の復習：{ $count }
review-done = 今日はこれで終わりです。
review-later = 覚えている
review-soon = 近いうちにもう一度
review-never = もう出さない
review-open = 記事で開く
review-enough = ここまでにする
keys-mark = キーで文字をマークする
keys-marks = 前と次のマーク、Enter で開く

### Articles that leave

export = 書き出す
export-more = 書き出す…
export-everything = すべて書き出す…
dialog-export = 書き出す
export-all = すべて書き出す
export-marks = マークとメモを書き出す
export-count =
    { $count ->
       *[other] { $count } 件の記事を書き出す
    }
form-epub = 電子書籍
form-epub-what = EPUB。目次、画像、脚注つき
form-html = 1 ページ
form-html-what = すべての画像を含む HTML。どのブラウザでも読めます
form-site = Web サイト
form-site-what = 検索つき。展開すればサーバーも Offprint も要りません
form-markdown = すべて（Markdown）
form-markdown-what = 元のファイルと、タグ、ブックマーク、コレクション
form-json = すべてを 1 ファイルに
form-json-what = JSON。Offprint で再び読み込めます
form-csv = 表
form-csv-what = CSV。1 行に 1 記事
form-annotations = マークとメモ
form-annotations-what = W3C アノテーション。ほかのアプリ用
form-notes = Markdown
form-notes-what = 読むため、またノートアプリ用
form-readwise = Readwise
form-readwise-what = Readwise が読み込める表（CSV）
form-bookmarks = ブックマーク
form-bookmarks-what = ブラウザ用
export-pack =
    { $count ->
       *[other] { $count } 分の読み物
    }
export-pack-what = この時間で読める未読記事の本
export-bar = 書き出し
export-looking = 記事を探しています…
export-written = { articles }を { $file } に書き出しました。
export-pack-written = { articles }（{ $minutes } 分）を { $file } に書き出しました。
export-out = { $count } 件は書き出されませんでした。

### Articles that come from other programs

import-file-more = ファイルを読み込む…
dialog-import-file = ファイルを読み込む
import-holds =
    { $count ->
       *[other] { $name }（{ $format }）には { $count } 件あります：
    }
import-holds-new =
    { $count ->
       *[other] 新しく、本文つき：{ $count } 件
    }
import-holds-queued =
    { $count ->
       *[other] 新しく、Web から取得：{ $count } 件
    }
import-holds-merged =
    { $count ->
       *[other] すでにある：{ $count } 件
    }
import-holds-refused =
    { $count ->
       *[other] 読み込めない：{ $count } 件
    }
import-holds-highlights =
    { $count ->
       *[other] マークとメモ：{ $count } 件
    }
format-bookmarks = ブックマーク
format-html = 保存したページ
format-text = テキスト
format-epub = 本
format-addresses = アドレスの一覧
format-csv = アドレスの表
format-json = アドレスを含む JSON
format-files = いろいろなファイル
format-offprint-csv = Offprint の表
format-offprint-json = Offprint のライブラリ
format-offprint-zip = Offprint のライブラリ
format-annotations = マークとメモ
import-verb = 読み込む
import-reading = ファイルを読んでいます…
import-of = { $count } 件の内訳：{ $parts }。
import-got-new =
    { $count ->
       *[other] 本文つき { $count } 件
    }
import-got-marks = 新しいマークとメモ { $count } 件
import-got-queued =
    { $count ->
       *[other] 取得待ち { $count } 件
    }
import-got-merged =
    { $count ->
       *[other] 読み込み済み { $count } 件
    }
import-got-refused =
    { $count ->
       *[other] 読み込めず { $count } 件
    }
import-got-aside =
    { $count ->
       *[other] { $count } 件のマークやメモは記事に入れられませんでした。
    }
import-why-refused =
    { $count ->
       *[other] 読み込めなかった理由
    }

### Lines from top to bottom

japanese-and-chinese = 日本語と中国語
lines-as-written = 記事のとおり
lines-horizontal = 横書き
lines-vertical = 縦書き
