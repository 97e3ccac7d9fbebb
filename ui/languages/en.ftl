# The words of the window, in Fluent (projectfluent.org). A language is a file beside this one, named for its BCP 47 tag,
# with the same messages and the same variables; what it lacks is said in English. A message stands on one line, or has its
# forms by number ([one], [few], … as the language has them, and [1] for exactly one) on lines of their own.
# tools/languages.mjs compares all files and says what is wrong.

# The language's own name for itself.
language-name = English
# ltr or rtl.
language-direction = ltr

### Words of many places

undo = Undo
close = Close
cancel = Cancel
save = Save
saving = Saving…
stop = Stop
done = Done
add = Add
open = Open
play = Play
name = Name
more = More
back = Back
pictures-title = Pictures
try-again = Try again
trying = Trying…
being-fetched = Being fetched…
one-moment = One moment…
# On a button's tooltip: what it does, and its key.
with-key = { $what } ({ $key })
# For screen readers: what a button does, and the title of the article that it does it to.
with-title = { $what }: { $title }
# Where one is: the third of ten.
of = { $now } of { $all }
of-about = { $now } of about { $all }
about-of = about { $now } of { $all }
of-articles =
    { $all ->
        [one] { $now } of { $all } article
       *[other] { $now } of { $all } articles
    }
of-texts =
    { $all ->
        [one] { $now } of { $all } text
       *[other] { $now } of { $all } texts
    }
articles =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
words =
    { $count ->
        [one] { $count } word
       *[other] { $count } words
    }
# At the end of a list that is cut off.
and-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
and-more-articles =
    { $count ->
        [one] and { $count } article more
       *[other] and { $count } articles more
    }
# How long an article takes to read.
minutes = { $count } min
minutes-left = { $count } min left
untitled = Untitled

### The shelf

shelves = Shelves
home = Home
unread = Unread
bookmarks = Bookmarks
# The shelf of articles that are done with.
archive = Archive
trash = Trash
browse = Browse
help = Help
settings = Settings
library = Library
tags = Tags
collections = Collections
articles-list = Articles
search = Search
# In the field, on one of the shelves; otherwise on a tag or in a collection.
search-in =
    { $shelf ->
        [unread] Search unread
        [bookmarks] Search bookmarks
        [archive] Search archive
       *[other] Search these
    }
search-all =
    { $count ->
        [one] Search { $count } article
       *[other] Search { $count } articles
    }
clear-search = Clear the search
sort-and-layout = Sort and layout
save-pages = Save pages
opening-library = Opening the library…
# A button that shows warnings.
to-know =
    { $count ->
        [one] { $count } thing to know
       *[other] { $count } things to know
    }
found =
    { $count ->
        [one] { $count } found
       *[other] { $count } found
    }
# Above the title of an article that was begun.
continue = Continue
minutes-left-of = { $left } min left of { $all }
# When an article was read: “read yesterday”.
read-when = read { $when }
not-fetched-yet = not fetched yet
is-bookmarked = bookmarked
is-archived = archived
select = Select
all-tags =
    { $count ->
        [one] All { $count } tags
       *[other] All { $count } tags
    }
collection = Collection

### The front page

front-page = Front page
front-new = New
front-reading = Continue reading
front-short = A short one
front-long = A long one
# Around a row of numbers: I have 5 10 20 40 60 minutes.
time-label = I have … minutes
time-before = I have
time-after = minutes
time-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
picks-one = One article
picks-one-title = One for all of it
picks-several = Several articles
# Two or three articles that fill the time together; after one that does so alone, or by themselves.
picks-or =
    { $count ->
        [2] Or two, { $minutes } minutes
       *[other] Or three, { $minutes } minutes
    }
picks-these =
    { $count ->
        [2] These two, { $minutes } minutes
       *[other] These three, { $minutes } minutes
    }
picks-none =
    { $count ->
        [one] Nothing unread takes about { $count } minute.
       *[other] Nothing unread takes about { $count } minutes.
    }
picks-others = Others

### What is done with articles

# Buttons and entries of menus.
bookmark = Bookmark
remove-bookmark = Remove bookmark
# The button of an open article, which is pressed while it is archived.
archive-verb = Archive
move-to-archive = Move to archive
move-out-of-archive = Move out of the archive
move-to-trash = Move to trash
mark-read = Mark as read
mark-unread = Mark as unread
toggle-bookmarks = Bookmark, or remove bookmarks
toggle-archive = Move to archive, or out of it
toggle-read = Mark as read, or unread
read-verb = Read
read-aloud = Read aloud
read-aloud-later = Read aloud, or after what is read now
open-tags = Tags…
open-collections = Collections…
show-in-file-manager = Show in file manager
open-original = Open original
move-up = Move up
move-down = Move down
remove-from-this = Remove from this collection
# Under a row that a finger moves.
swipe-archive = Archive
swipe-unarchive = Out of the archive
swipe-trash = Trash
# What was done, with one article or many.
told-bookmarked =
    { $count ->
        [1] Bookmarked.
        [one] { $count } article bookmarked.
       *[other] { $count } articles bookmarked.
    }
told-unbookmarked =
    { $count ->
        [1] Bookmark removed.
        [one] { $count } article no longer bookmarked.
       *[other] { $count } articles no longer bookmarked.
    }
told-archived =
    { $count ->
        [1] Moved to archive.
        [one] { $count } article moved to archive.
       *[other] { $count } articles moved to archive.
    }
told-unarchived =
    { $count ->
        [1] Moved out of the archive.
        [one] { $count } article moved out of the archive.
       *[other] { $count } articles moved out of the archive.
    }
told-read =
    { $count ->
        [1] Marked as read.
        [one] { $count } article marked as read.
       *[other] { $count } articles marked as read.
    }
told-unread =
    { $count ->
        [1] Marked as unread.
        [one] { $count } article marked as unread.
       *[other] { $count } articles marked as unread.
    }
told-trashed =
    { $count ->
        [1] Moved to trash.
        [one] { $count } article moved to trash.
       *[other] { $count } articles moved to trash.
    }
told-tagged =
    { $count ->
        [1] Tagged “{ $name }”.
        [one] { $count } article tagged “{ $name }”.
       *[other] { $count } articles tagged “{ $name }”.
    }
told-added =
    { $count ->
        [1] Added to “{ $name }”.
        [one] { $count } article added to “{ $name }”.
       *[other] { $count } articles added to “{ $name }”.
    }
told-taken-out =
    { $count ->
        [1] Removed from “{ $name }”.
        [one] { $count } article removed from “{ $name }”.
       *[other] { $count } articles removed from “{ $name }”.
    }
told-moved = Moved.
told-removed-here = Removed from this collection.
selected-articles = Selected articles
selected =
    { $count ->
        [one] { $count } selected
       *[other] { $count } selected
    }
select-all =
    { $count ->
        [one] Select all { $count }
       *[other] Select all { $count }
    }
clear-selection = Clear the selection

### Tags and collections

tags-of =
    { $count ->
        [one] Tags of { $count } article
       *[other] Tags of { $count } articles
    }
add-tag = Add a tag
remove-the-tag = Remove the tag { $name }
tag-removed = Tag “{ $name }” removed.
tags-in-use = Tags in use
tags-hint = Tags are kept beside your articles. The files stay as they are.
write-tags =
    { $count ->
        [1] Write them into its file too
        [one] Write them into the files too
       *[other] Write them into the files too
    }
tags-there = The files have these tags already.
tags-written =
    { $count ->
        [one] Written into { $count } file.
       *[other] Written into { $count } files.
    }
collections-of =
    { $count ->
        [one] Collections of { $count } article
       *[other] Collections of { $count } articles
    }
new-collection-name = Name of a new collection
new-collection = New collection
rename = Rename
rename-more = Rename…
rename-tag = Rename the tag
rename-collection = Rename the collection
renamed = “{ $before }” is “{ $name }” now.
remove-from-all = Remove from all articles
change-search-more = Change the search…
change-search = Change the search
change = Change
search-changed = The search was changed.
delete = Delete
collection-deleted = “{ $name }” deleted. Its articles are where they were.

### Searching

search-offers = How it may go on
searched-too = Searched for “{ $words }” too.
save-search = Save this search
search-saved = “{ $name }” is among the collections.

### What an empty shelf says

nothing-found = Nothing found for “{ $words }”
nothing-found-hint = Search looks at texts, titles, tags, sections, sites and authors.
no-tagged = No article has this tag
no-tagged-hint = Give it to articles by their menus, or with the key t.
empty-collection = This collection is empty
empty-collection-hint = Add articles to it by their menus.
all-read = All read
all-read-hint = What you save next will wait here.
no-bookmarks = No bookmarks yet
no-bookmarks-hint = Bookmark an article to find it here again.
empty-archive = The archive is empty
empty-archive-hint = Move articles here when you are done with them. They stay in your library.
empty-shelf = Nothing on the shelf
empty-shelf-hint = Put Markdown or text files into your library folder, and they appear here.
show-folder = Show the folder
import-folder-more = Import a folder…
choose-folder = Choose another folder

### Sort and layout

sort-by = Sort by
sort-saved = Saved
sort-published = Published
sort-title = Title
sort-site = Site
sort-length = Length
sort-progress = Progress
sort-random = Shuffled
order = Order
newest-first = Newest first
oldest-first = Oldest first
z-to-a = Z to A
a-to-z = A to Z
longest-first = Longest first
shortest-first = Shortest first
most-read-first = Most read first
least-read-first = Least read first
layout = Layout
layout-list = List
layout-compact = Compact
layout-grid = Grid
collection-order = A collection stands in its own order: articles are moved by their menus. A saved search is sorted as its words say.
front-setting = Front page above the newest articles

### An open article

contents = Contents
reading-settings = Reading settings
is-read = Read
nothing-in-file = There is nothing in this file yet.
# Before a day: “Saved 3 February 2019”.
saved-on = Saved { $when }
not-as-written =
    { $count ->
        [1] One thing is not shown as written
        [one] { $count } thing is not shown as written
       *[other] { $count } things are not shown as written
    }
notes = Notes
note = Note { $number }
back-to-text = Back to the text
back-to-mention = Back to mention { $number }
enlarge = Enlarge picture
not-saved-with-article = Not saved with this article
cannot-open = This article can’t be opened
picture = Picture
previous-picture = Previous picture
next-picture = Next picture
previous-next = Previous and next article
# Of articles, at the end of one.
previous = Previous
next = Next
related = Related
table = Table
copy = Copy
copied = Copied
not-copied = Could not copy
print = Print…
loading = Loading…
cannot-play = Your system can’t play this file.
too-large-to-play = This file is larger than 200 MB, too large to be played here. Play it in another program.
back-to-where = Back to where you were
find = Find in article
previous-match = Previous match
next-match = Next match
not-found = Not found
words-a-minute = Words a minute
pace = { $count } words/min
slower = Slower
faster = Faster
auto-scroll = Auto-scroll
start-auto-scroll = Start auto-scroll
pause-auto-scroll = Pause auto-scroll
start = Start
pause = Pause
pages = Pages
previous-page = Previous page
next-page = Next page
minutes-left-in-section = { $count } min left in section

### Reading aloud

listening = Listening
go-on = Go on
previous-sentence = Previous sentence
next-sentence = Next sentence
stop-listening = Stop listening
speed = Speed
voice = Voice
system-voice = System’s voice
# What is read after this article; of several the first, and how many more.
heard-next = Next: { $title }
heard-next-more =
    { $count ->
        [one] Next: { $title } and { $count } more
       *[other] Next: { $title } and { $count } more
    }
take-out = Take “{ $title }” out
comes-after = “{ $title }” comes after what you are listening to.
nothing-to-say = There is nothing in this article that can be read aloud.
no-voice = No voice for { $language } is installed on this machine.
voice-failed = The voice of this machine failed: { $why }. Try again, or choose another voice.

### Reading settings

looks = Looks
colours = Colours
letters = Letters
lines = Lines
moving = Moving
text-size = Text size
zoom = Size of everything
zoom-out = Smaller
zoom-in = Larger
smaller-text = Smaller text
larger-text = Larger text
# The size of the text.
pixels = { $count } px
page-margins = Page margins
narrower-margins = Narrower margins
wider-margins = Wider margins
line-height = Line height
lower-lines = Lower lines
higher-lines = Higher lines
line-width = Line width
shorter-lines = Shorter lines
longer-lines = Longer lines
paragraphs = Paragraphs
spaced = Spaced
indented = Indented
alignment = Alignment
ragged = Ragged
justified = Justified
hyphenate = Hyphenate words
ligatures = Ligatures
old-figures = Old-style figures
typeface = Typeface
face-serif = Serif
face-sans = Sans
face-mono = Mono
face-legible = Legible
machine-fonts = Fonts of this machine
machine-fonts-more = Fonts of this machine…
no-fonts = No fonts were found on this machine.
search-fonts = Search the fonts
search-fonts-count =
    { $count ->
        [one] Search { $count } font
       *[other] Search { $count } fonts
    }
no-such-font = No font has that name.
look-usual = Usual
look-book = Book
look-plain = Plain
look-legible = Legible
look-eink = E-ink
look-name = Name of the look
keep = Keep
keep-look = Keep this look…
look-kept = “{ $name }” is kept.
look-removed = “{ $name }” is removed.
remove-look = Remove { $name }
looks-full =
    { $count ->
        [one] { $count } looks are kept already. Remove one first.
       *[other] { $count } looks are kept already. Remove one first.
    }
theme = Theme
theme-system = System
theme-paper = Paper
theme-sepia = Sepia
theme-grey = Grey
theme-night = Night
theme-black = Black
theme-eink = E-ink
theme-own = Own
# The theme is chosen by the time of day.
theme-clock = Clock
day-and-night = Day and night
by-day = By day
by-night = By night
theme-by-day = Theme by day
theme-by-night = Theme by night
day-begins = By day begins at
night-begins = By night begins at
own-colours = Own colours
colour-page = Page
colour-text = Text
colour-accent = Accent
contrast-poor =
    { $ink ->
        [text] The text has a contrast of { $contrast } to 1. Under 4.5 to 1 it is hard to read: choose a colour further from the page’s.
        [accent] The accent has a contrast of { $contrast } to 1. Under 4.5 to 1 it is hard to read: choose a colour further from the page’s.
       *[small] The small text, which is paler, has a contrast of { $contrast } to 1. Under 4.5 to 1 it is hard to read: choose a colour further from the page’s.
    }
moving-scroll = Scroll
moving-pages = Pages
while-reading = While reading
paragraph-focus = Paragraph focus
reading-ruler = Reading ruler
# A few lines by which letters are judged: real prose of the language, with a figure in it.
sample = Sample
sample-title = The lamp by the window
sample-text = A page is a quiet place. The harbour lights went out one by one, and she read on by the lamp until the story was done.
sample-more = { " " }In the morning there were 17 boats at the quay, nets drying in the wind, and a letter under the door.

### Settings

appearance = Appearance
# The language of the window.
language = Language
language-system = As the system
keys = Keys
about = About
library-not-open = The library is not open.
recent-libraries = Recent libraries
library-hint = An import copies a folder’s articles and their pictures into the library. The folder that they come from stays as it is. Another folder that you choose is read where it is.
notes-beside = Keep my highlights and notes beside each article, too
notes-beside-hint = A file of Markdown (notes.md) that any program can read. It follows what you mark. One that you have changed stays as it is; when you turn this off, the others go.
saving-title = Saving
saving-hint = Offprint opens a connection only to fetch a page that you save, and its pictures and recordings. It sends no cookies and says nothing of you. Reading opens none.
own-network = Fetch pages of my own network too
own-network-hint = For a wiki at home or at work. Else a page could have Offprint ask devices of your network for something.
check-title = Is everything here?
check-hint = A check reads every picture and recording that was saved, and says what is missing or damaged. It changes nothing.
check-more = Check the library…
duplicates-title = Is something here twice?
duplicates-hint = Articles are compared by their addresses and by their texts. You see what is the same, and choose what to keep.
duplicates-more = Find duplicates…
about-hint = Free software under the MIT or the Apache 2.0 licence, as you like. The articles that come with it are under CC BY 4.0; the typefaces, Literata and Atkinson Hyperlegible Next, under the SIL Open Font License 1.1. It sends nothing to anyone.
settings-kept-in = Settings are kept in
report-fault = Report a fault
report-hint = A report holds no titles, no text and no names of folders.
copy-report = Copy report
report-says = What it says
licences = Licences of what Offprint is built with
# After the name of a program: how many more are under the same licence.
licence-more = { $name } and { $count } more
dialog-library = Choose a library folder
dialog-import = Import a folder

### Help and keys

to-keys = To the keys
help-in = Getting articles in
help-in-text = Put Markdown (.md) or plain text (.txt) files into your library folder: they appear on the shelf by themselves.
# $settings is a link with the words of help-settings.
help-in-folder = { " " }To copy in a whole folder with its pictures, go to { $settings }.
help-settings = Settings, Library
help-where = Where they are
help-where-text = They are plain files. Any editor opens them, and any program that syncs folders carries them to your other devices, with your bookmarks.
help-wrong = When something goes wrong
help-wrong-text = Copy a report, say what you did, and send both to the people you have Offprint from. The report holds no titles, no text and no names of folders.
keys-shelf = On the shelf
keys-article = In an article
keys-pages = On pages
keys-everywhere = Everywhere
# What stands on the keys of a keyboard.
key-enter = Enter
key-esc = Esc
key-shift = Shift
key-ctrl = Ctrl
key-alt = Alt
key-backspace = Backspace
key-space = Space
key-page = Page
key-home = Home
key-end = End
keys-step = Next and previous article
keys-open = Open
keys-select = Select, or all up to here
keys-select-all = Select all
keys-neighbours = Previous and next article; on pages, with Shift
keys-find = Find in the article
keys-match = Next match, with Shift the one before
keys-jump-back = Back to where you were, after a jump
keys-preview = Preview the link that has the focus
keys-auto-scroll = Auto-scroll: start and pause
keys-pace = Slower and faster
keys-line = Move the ruler, or the focus, by a line or paragraph
keys-listen = Read aloud, or pause
keys-size = Larger, smaller, usual text
keys-zoom = Everything larger, smaller, usual
keys-print = Print
keys-leave = Back to where you came from
keys-turn = Turn a page
keys-page = Next page, with Shift the one before
keys-ends = First and last page
keys-close = Close, or go back

### The welcome

welcome = Make yourself at home
welcome-new = A new library
welcome-named = OFFPRINT_LIBRARY names a folder that was not there, so it was just made, with a few articles to begin with. If it is not the name you meant, correct it and start again; this folder can be deleted:
welcome-text = Your articles are plain files in a folder of yours. This one was made for you:
start-reading = Start reading
welcome-end = All of this is in Settings, too.

### When something goes wrong

unreachable = Your library can’t be reached
wrong = Something went wrong
own-folder = Use Offprint’s own folder
nothing-changed = Nothing in your library was changed.
unforeseen = The window met a fault that nobody foresaw.
reload = Reload the window
library-folder = Library folder
# Where a part of the program can't be loaded. On one line, without variables.
cannot-load = A part of Offprint could not be loaded. Close Offprint and start it again. If that does not help, install it anew.
warnings-title = To know about the library
unreadable = It can’t be read.

### Saving pages

saved-pages = Pages
addresses = Addresses
files = Files
what-was-pasted = What was pasted
save-hint = One address or a thousand, in whatever text they stand; or a piece of a page, or text, that is to be an article. Or a file: a page that a browser saved, a book (EPUB), Markdown, text. On the shelf you can also paste any of this, or drop it.
choose-files = Choose files…
no-address = There is no address of the web in this. One begins with “https”.
file-too-large = “{ $name }” is larger than 128 MB. If it is an export, choose it with “Import a file” in the settings.
not-saved = It could not be saved.
not-saved-short = Not saved
cannot-save = It can’t be saved.
on-shelf-already = “{ $title }” is on the shelf already.
is-saved = “{ $title }” is saved.
is-saved-without =
    { $count ->
        [one] “{ $title }” is saved, without { $count } picture.
       *[other] “{ $title }” is saved, without { $count } pictures.
    }
title-not-saved = “{ $title }” could not be saved.
pictures-of = Pictures: { $now } of { $all }
pages-of = Pages: { $now } of { $all }
save-the-rest = Save the rest
saved-step = Saved
saved-without =
    { $count ->
        [one] Saved, without { $count } picture
       *[other] Saved, without { $count } pictures
    }
here-already = Here already
waits = Waits for its turn
pages-here =
    { $count ->
        [1] This page is on the shelf already.
        [one] These pages are on the shelf already.
       *[other] These pages are on the shelf already.
    }
saving-pages =
    { $count ->
        [one] Saving { $count } page.
       *[other] Saving { $count } pages.
    }
# Before the reason of the first.
addresses-refused =
    { $count ->
        [1] One address can’t be saved:
        [one] { $count } address can’t be saved:
       *[other] { $count } addresses can’t be saved:
    }
pasted-words =
    { $count ->
        [one] { $count } word.
       *[other] { $count } words.
    }
pasted-pictures = The pictures in it are fetched from the web.
pasted-nothing-yet = Nothing is saved yet.
save-pasted = Save this as an article
save-named =
    { $count ->
        [1] Save the page it names
        [one] Save the pages it names
       *[other] Save the pages it names
    }
it-is-fetched = It is being fetched.

### What an article lacks

save-its-pictures = Save its pictures
linked =
    { $count ->
        [one] { $count } picture of this article is on the web, and not saved.
       *[other] { $count } pictures of this article are on the web, and not saved.
    }
complete =
    { $count ->
        [0] Complete: saved with nothing missing.
        [1] Complete: saved with its picture.
        [one] Complete: saved with all { $count } pictures.
       *[other] Complete: saved with all { $count } pictures.
    }
complete-on =
    { $count ->
        [0] Complete: saved with nothing missing on { $day }.
        [1] Complete: saved with its picture on { $day }.
        [one] Complete: saved with all { $count } pictures on { $day }.
       *[other] Complete: saved with all { $count } pictures on { $day }.
    }
page-waits = This page is not fetched yet.
page-not-saved = This page could not be saved.
what-is-missing = What is missing
pictures-not-saved =
    { $count ->
        [one] { $count } picture of { $all } could not be saved.
       *[other] { $count } pictures of { $all } could not be saved.
    }

### Versions

versions = Versions
fetch-anew = Fetch anew
nothing-new = Nothing has changed.
replaced = A new text is here. The one before is under “Versions”.
replaced-without =
    { $count ->
        [one] A new text is here, without { $count } picture. The one before is under “Versions”.
       *[other] A new text is here, without { $count } pictures. The one before is under “Versions”.
    }
set-aside = What came is set aside, and your copy stays.
not-fetched = It could not be fetched, and your copy stays.
shown-now = shown now
what-differs = What differs
show-what-differs = Show what differs
use-this-one = Use this one
differs-hint = Struck out is what would go, marked what would come.
same-text = Text that is the same
version-shown = This version is shown now. The one before is under “Versions”.

### Details, and the text set right by hand

details = Details
detail-title = Title
detail-author = Author
detail-published = Published
detail-published-hint = 2019-05-31, or only the year
detail-section = Section
detail-site = Site
detail-language = Language
detail-description = Description
details-set = The details are set right.
details-back = The details are as they were.
lead-picture = Lead picture
no-picture = None
picture-number = Picture { $number }
correct-text = Correct the text
text-set = The text is set right. The one before is under “Versions”.
text-set-without =
    { $count ->
        [one] The text is set right, without { $count } picture. The one before is under “Versions”.
       *[other] The text is set right, without { $count } pictures. The one before is under “Versions”.
    }
text-back = The text is as it was.
parts = Parts
parts-go =
    { $count ->
        [one] { $count } part will go.
       *[other] { $count } parts will go.
    }
parts-come =
    { $count ->
        [one] { $count } part will come.
       *[other] { $count } parts will come.
    }
parts-left-out =
    { $count ->
        [one] { $count } part left out here
       *[other] { $count } parts left out here
    }
parts-hint = Uncheck what does not belong to the article. What its page has besides stands where it was left out: check what is missing. The text before is kept under “Versions”.
parts-hint-all = Uncheck what does not belong to the article. Nothing of its page was left out, or the page is not kept. The text before is kept under “Versions”.
part-heading = Heading
part-list = List
part-quotation = Quotation
part-code = Code
part-table = Table
part-formula = Formula
part-picture = Picture
part-recording = Recording
part-line = Line

### The trash

trash-empty = The trash is empty. What you move here stays until you delete it.
trash-holds =
    { $count ->
        [one] { $count } article, with pictures and marks. What is here stays until you delete it.
       *[other] { $count } articles, with pictures and marks. What is here stays until you delete it.
    }
empty-trash = Empty the trash…
trashed-list = Trashed articles
restore = Restore
restored = “{ $title }” is back in the library.
delete-for-good = Delete for good
delete-for-good-title = Delete for good?
delete-one = “{ $title }”, with all pictures and recordings, will be gone from this disk. That can’t be undone.
delete-many =
    { $count ->
        [one] { $count } article, with all pictures and recordings, will be gone from this disk. That can’t be undone.
       *[other] { $count } articles, with all pictures and recordings, will be gone from this disk. That can’t be undone.
    }
deleted =
    { $count ->
        [one] { $count } article deleted.
       *[other] { $count } articles deleted.
    }

### Importing a folder

import-title = Import a folder
import-bar = Import
import-looking = Looking through the folder…
import-why-out =
    { $count ->
        [1] Why it was left out
        [one] Why they were left out
       *[other] Why they were left out
    }
import-came =
    { $count ->
        [one] { $count } article is in the folder “{ $folder }” of your library now.
       *[other] { $count } articles are in the folder “{ $folder }” of your library now.
    }
import-none = Nothing was imported.
import-out =
    { $count ->
        [one] { $count } file was left out.
       *[other] { $count } files were left out.
    }
import-stopped = Stopped.
imported =
    { $count ->
        [one] Imported { $count } article into “{ $folder }”.
       *[other] Imported { $count } articles into “{ $folder }”.
    }

### The check of the library

check = Check the library
check-bar = Check
looking-at-all = Looking at every article…
check-none =
    { $count ->
        [one] Nothing is missing from { $count } article.
       *[other] Nothing is missing from { $count } articles.
    }
check-lacking =
    { $count ->
        [one] { $count } article of { $all } lacks something.
       *[other] { $count } articles of { $all } lack something.
    }
check-media =
    { $count ->
        [one] { $count } picture or recording that Offprint saved.
       *[other] { $count } pictures and recordings that Offprint saved.
    }
check-media-size =
    { $count ->
        [one] { $count } picture or recording that Offprint saved: { $megabytes } MB.
       *[other] { $count } pictures and recordings that Offprint saved: { $megabytes } MB.
    }
check-linked =
    { $count ->
        [one] { $count } more is on the web, and not saved.
       *[other] { $count } more are on the web, and not saved.
    }
check-found = What was found
fetched-now = What could be had is here now.
# In other languages these stand for Rust's own sentences, which tell a little more.
finding-missing = This file is missing.
finding-waiting = This is not fetched yet.
finding-refused = This was refused when it was fetched.
finding-damaged = This file is damaged.
finding-placeholder = This file is only a placeholder: another program holds it elsewhere.
finding-unreadable = This file can’t be read.
finding-ledger = The list of what was saved can’t be read.
finding-changed = This file was changed by another program.
finding-orphan = No article shows this file.

### Duplicates

duplicates = Duplicates
duplicates-bar = Search for duplicates
duplicates-stopped = Stopped. Nothing was changed.
search-again = Search again
duplicates-none =
    { $count ->
        [one] Nothing is here twice among { $count } article.
       *[other] Nothing is here twice among { $count } articles.
    }
duplicates-keep-hint = The one that you keep gets the bookmark, tags, collections and reading position of the others. These go to the trash.
duplicates-found =
    { $count ->
        [1] One article is here more than once.
        [one] { $count } article is here more than once.
       *[other] { $count } articles are here more than once.
    }
duplicates-more-later =
    { $count ->
        [one] and { $count } more, when these are seen to
       *[other] and { $count } more, when these are seen to
    }
merged =
    { $count ->
        [1] “{ $title }” is kept, the other is in the trash.
        [one] “{ $title }” is kept, the others are in the trash.
       *[other] “{ $title }” is kept, the others are in the trash.
    }
merge = Merge
not-duplicates = Not duplicates
saved-ago = saved { $when }
without-text = without a text
pictures-saved =
    { $count ->
        [one] { $count } picture saved
       *[other] { $count } pictures saved
    }
pictures-saved-of =
    { $all ->
        [one] { $count } of { $all } picture saved
       *[other] { $count } of { $all } pictures saved
    }
percent-read = { $percent } read
suggested = Suggested
same-address = Same address
percent-same = { $percent } the same text

### Errors
# In other languages, in place of Rust's own sentences, where the code says all of it.

error-article_gone = This article is not in the library any more. Go back to the shelf.
error-version_gone = This version is not there any more. Look at the versions anew.
error-collection_gone = This collection is not there any more.
error-library_unreachable = The library folder can’t be reached. Check whether its disk is there, and try again, or choose another folder.
error-config_unreadable = Offprint’s settings can’t be read, so it does not know where your library is.
error-config_unwritable = The settings could not be kept. Check whether the disk is full or the folder may not be written to.
error-newer_settings = These settings were written by a newer Offprint. Start that one.
error-not_watched = Changes that other programs make can’t be noticed here. Open the library anew to see them.
error-not_opened = No program was found that opens this. Choose one in the system’s settings, and try again.
error-link_refused = This link leads nowhere that Offprint opens.
error-medium_missing = This picture or recording is not in the library.

### The margins: marks in an article, notes, the notebook

marking = Marking
mark-in = Mark in { $colour }
mark-colour = Colour of the mark
paint-yellow = Yellow
paint-green = Green
paint-blue = Blue
paint-pink = Pink
paint-purple = Purple
add-note = Note
copy-with-source = Copy with source
search-library = Search the library
look-up = Look up on the web
look-up-hint = Look up on the web, in your browser
words-copied = Copied
words-not-copied = This could not be copied.
# As marking by keys begins.
marking-hint = Marking. Arrows go word by word, with Alt by sentences, with Shift they take more. Enter asks what to do, Esc leaves.
mark-named = Mark: { $quote }
mark-change = Change: { $quote }
# For screen readers: which of the marks of the article, and its words.
mark-of = Mark { $now } of { $all }: { $quote }
margin-notes = Notes
note-of-mark = Note on this mark
note-hint = What you think of it. Markdown is fine.
tags-hint-commas = Tags, with commas between
note-kept = Kept
note-not-kept = Not kept yet. Your words stay here; change them, or close this, to try again.
note-on-article = Note on the whole article
note-removed = Note removed
open-note = Note: { $note }
mark-removed = Mark removed
mark-remove = Remove mark
mark-reworded = The words are others than when you marked them.
mark-unsought = So much is marked in this text that these words were not looked for.
mark-placed = The mark has its place again
marks = Marks
marks-count = Marks: { $count }
no-marks-yet = Nothing is marked here yet. Select words, or press h.
nothing-to-mark = There are no words here that could be marked.
mark-away = Its article is not here any more
unplaced-title = Without a place
unplaced-hint = The text has changed, and these words are gone from it. Nothing of them is lost.
place-by-hand = Place by hand
placing = Select the words where this belongs:
place-here = Place
notebook = Notebook
notebook-search = Search your marks
notebook-empty = Nothing is marked in this library yet. Select words in an article, and choose a colour.
notebook-none = No mark fits.
notebook-order = Order of the marks
notebook-from = From
notebook-to = Until
all-colours = All colours
every-tag = All tags
by-article = By article
notes-found = Marks found: { $count }
review = Review
review-start = Review of today: { $count }
review-done = That is all for today.
review-later = Remembered
review-soon = Soon again
review-never = Not again
review-open = Open in the article
review-enough = Enough for now
keys-mark = Mark words by keys
keys-marks = Previous and next mark; Enter opens it

### Articles that leave

export = Export
export-more = Export…
export-everything = Export everything…
dialog-export = Export
# All articles, or so many, as the title of what is chosen from.
export-all = Export everything
export-marks = Export highlights and notes
export-count =
    { $count ->
        [one] Export { $count } article
       *[other] Export { $count } articles
    }
# The forms, and what each is good for.
form-epub = Book for e-readers
form-epub-what = EPUB, with contents, pictures and footnotes
form-html = One page
form-html-what = HTML with all pictures in it, for any browser
form-site = Website
form-site-what = With search; needs no server and no Offprint, once it is unpacked
form-markdown = Everything, as Markdown
form-markdown-what = The files as they are, with tags, bookmarks and collections beside them
form-json = Everything, in one file
form-json-what = JSON; Offprint can bring it in again
form-csv = Table
form-csv-what = CSV, a line for each article
form-annotations = Highlights and notes
form-annotations-what = W3C annotations, for other programs
form-notes = Markdown
form-notes-what = To read, and for programs that keep notes
form-readwise = Readwise
form-readwise-what = A table (CSV) as Readwise takes it in
form-bookmarks = Bookmarks
form-bookmarks-what = For a browser
# A book of articles that fill a time; the name of its file, too.
export-pack =
    { $count ->
        [one] Reading for { $count } minute
       *[other] Reading for { $count } minutes
    }
export-pack-what = A book of unread articles that fill the time
export-bar = Export
export-looking = Looking for the articles…
export-written = { articles }: { $file } is written.
export-pack-written = { articles }, { $minutes } min: { $file } is written.
export-out =
    { $count ->
        [one] { $count } thing was left out.
       *[other] { $count } things were left out.
    }

### Articles that come from other programs

import-file-more = Import a file…
dialog-import-file = Import a file
# What a file holds, by the program that wrote it; the list that follows says what becomes of it.
import-holds =
    { $count ->
        [one] { $name } ({ $format }) holds { $count } entry:
       *[other] { $name } ({ $format }) holds { $count } entries:
    }
import-holds-new =
    { $count ->
        [one] { $count } new, with its text
       *[other] { $count } new, with their text
    }
import-holds-queued =
    { $count ->
        [one] { $count } new, to be fetched from the web
       *[other] { $count } new, to be fetched from the web
    }
import-holds-merged =
    { $count ->
        [one] { $count } here already
       *[other] { $count } here already
    }
import-holds-refused =
    { $count ->
        [one] { $count } that can’t be taken in
       *[other] { $count } that can’t be taken in
    }
import-holds-highlights =
    { $count ->
        [one] { $count } highlight or note
       *[other] { $count } highlights and notes
    }
# In place of a program’s name.
format-bookmarks = bookmarks
format-html = saved pages
format-text = text
format-epub = a book
format-addresses = a list of addresses
format-csv = a table with addresses
format-json = JSON with addresses
format-files = files of several kinds
format-offprint-csv = a table of Offprint
format-offprint-json = a library of Offprint
format-offprint-zip = a library of Offprint
format-annotations = highlights and notes
import-verb = Import
import-reading = Reading the file…
# What became of the entries: “Of 3: 2 articles came with the text, 1 could not be taken in.”
import-of = Of { $count }: { $parts }.
import-got-new =
    { $count ->
        [one] { $count } article came with the text
       *[other] { $count } articles came with the text
    }
import-got-marks =
    { $count ->
        [one] { $count } highlight or note is new
       *[other] { $count } highlights and notes are new
    }
import-got-queued =
    { $count ->
        [one] { $count } article waits to be fetched
       *[other] { $count } articles wait to be fetched
    }
import-got-merged =
    { $count ->
        [one] { $count } was here already
       *[other] { $count } were here already
    }
import-got-refused =
    { $count ->
        [one] { $count } could not be taken in
       *[other] { $count } could not be taken in
    }
import-got-aside =
    { $count ->
        [one] { $count } highlight or note could not be put into its article.
       *[other] { $count } highlights and notes could not be put into their articles.
    }
import-why-refused =
    { $count ->
        [1] Why it was not taken in
        [one] Why they were not taken in
       *[other] Why they were not taken in
    }

### Lines from top to bottom

japanese-and-chinese = Japanese and Chinese
lines-as-written = As written
lines-horizontal = Horizontal
lines-vertical = Vertical
