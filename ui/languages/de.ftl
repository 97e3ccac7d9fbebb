# German. Infinitives for what a button does, no „Sie“ and no „du“ where it can be helped.

language-name = Deutsch
language-direction = ltr

### Words of many places

undo = Rückgängig
close = Schließen
cancel = Abbrechen
save = Speichern
saving = Wird gespeichert…
stop = Beenden
done = Fertig
add = Hinzufügen
open = Öffnen
play = Abspielen
name = Name
more = Mehr
back = Zurück
pictures-title = Bilder
try-again = Erneut versuchen
trying = Wird versucht…
being-fetched = Wird geladen…
one-moment = Einen Moment…
with-key = { $what } ({ $key })
with-title = { $what }: { $title }
of = { $now } von { $all }
of-about = { $now } von etwa { $all }
about-of = etwa { $now } von { $all }
of-articles =
    { $all ->
        [one] { $now } von { $all } Artikel
       *[other] { $now } von { $all } Artikeln
    }
of-texts =
    { $all ->
        [one] { $now } von { $all } Text
       *[other] { $now } von { $all } Texten
    }
articles =
    { $count ->
        [one] { $count } Artikel
       *[other] { $count } Artikel
    }
words =
    { $count ->
        [one] { $count } Wort
       *[other] { $count } Wörter
    }
and-more =
    { $count ->
        [one] und { $count } weiterer
       *[other] und { $count } weitere
    }
and-more-articles =
    { $count ->
        [one] und { $count } weiterer Artikel
       *[other] und { $count } weitere Artikel
    }
minutes = { $count } Min.
minutes-left = noch { $count } Min.
untitled = Ohne Titel

### The shelf

shelves = Regale
home = Start
unread = Ungelesen
bookmarks = Lesezeichen
archive = Archiv
trash = Papierkorb
browse = Stöbern
help = Hilfe
settings = Einstellungen
library = Bibliothek
tags = Schlagwörter
collections = Sammlungen
articles-list = Artikel
search = Suchen
search-in =
    { $shelf ->
        [unread] Ungelesene durchsuchen
        [bookmarks] Lesezeichen durchsuchen
        [archive] Archiv durchsuchen
       *[other] Hier suchen
    }
search-all =
    { $count ->
        [one] { $count } Artikel durchsuchen
       *[other] { $count } Artikel durchsuchen
    }
clear-search = Suche leeren
sort-and-layout = Sortierung und Ansicht
save-pages = Seiten speichern
opening-library = Bibliothek wird geöffnet…
to-know =
    { $count ->
        [one] { $count } Hinweis
       *[other] { $count } Hinweise
    }
found =
    { $count ->
        [one] { $count } gefunden
       *[other] { $count } gefunden
    }
continue = Weiterlesen
minutes-left-of = noch { $left } von { $all } Min.
read-when = { $when } gelesen
not-fetched-yet = noch nicht geladen
is-bookmarked = mit Lesezeichen
is-archived = archiviert
select = Auswählen
all-tags =
    { $count ->
        [one] Alle ({ $count })
       *[other] Alle ({ $count })
    }
collection = Sammlung

### The front page

front-page = Titelseite
front-new = Neu
front-reading = Weiterlesen
front-short = Etwas Kurzes
front-long = Etwas Langes
time-label = Ich habe … Minuten
time-before = Ich habe
time-after = Minuten
time-minutes =
    { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
picks-one = Ein Artikel
picks-one-title = Einer für die ganze Zeit
picks-several = Mehrere Artikel
picks-or =
    { $count ->
        [2] Oder zwei, { $minutes } Minuten
       *[other] Oder drei, { $minutes } Minuten
    }
picks-these =
    { $count ->
        [2] Diese zwei, { $minutes } Minuten
       *[other] Diese drei, { $minutes } Minuten
    }
picks-none =
    { $count ->
        [one] Kein ungelesener Artikel dauert etwa { $count } Minute.
       *[other] Kein ungelesener Artikel dauert etwa { $count } Minuten.
    }
picks-others = Andere

### What is done with articles

bookmark = Lesezeichen
remove-bookmark = Lesezeichen entfernen
archive-verb = Archivieren
move-to-archive = Ins Archiv verschieben
move-out-of-archive = Aus dem Archiv holen
move-to-trash = In den Papierkorb verschieben
mark-read = Als gelesen markieren
mark-unread = Als ungelesen markieren
toggle-bookmarks = Lesezeichen setzen oder entfernen
toggle-archive = Ins Archiv verschieben oder herausholen
toggle-read = Als gelesen oder ungelesen markieren
read-verb = Gelesen
read-aloud = Vorlesen
read-aloud-later = Vorlesen, sofort oder im Anschluss
open-tags = Schlagwörter…
open-collections = Sammlungen…
show-in-file-manager = In der Dateiverwaltung zeigen
open-original = Original öffnen
move-up = Nach oben
move-down = Nach unten
remove-from-this = Aus dieser Sammlung entfernen
swipe-archive = Archivieren
swipe-unarchive = Aus dem Archiv
swipe-trash = Papierkorb
told-bookmarked =
    { $count ->
        [1] Lesezeichen gesetzt.
        [one] { $count } Artikel mit Lesezeichen versehen.
       *[other] { $count } Artikel mit Lesezeichen versehen.
    }
told-unbookmarked =
    { $count ->
        [1] Lesezeichen entfernt.
        [one] Lesezeichen von { $count } Artikel entfernt.
       *[other] Lesezeichen von { $count } Artikeln entfernt.
    }
told-archived =
    { $count ->
        [1] Ins Archiv verschoben.
        [one] { $count } Artikel ins Archiv verschoben.
       *[other] { $count } Artikel ins Archiv verschoben.
    }
told-unarchived =
    { $count ->
        [1] Aus dem Archiv geholt.
        [one] { $count } Artikel aus dem Archiv geholt.
       *[other] { $count } Artikel aus dem Archiv geholt.
    }
told-read =
    { $count ->
        [1] Als gelesen markiert.
        [one] { $count } Artikel als gelesen markiert.
       *[other] { $count } Artikel als gelesen markiert.
    }
told-unread =
    { $count ->
        [1] Als ungelesen markiert.
        [one] { $count } Artikel als ungelesen markiert.
       *[other] { $count } Artikel als ungelesen markiert.
    }
told-trashed =
    { $count ->
        [1] In den Papierkorb verschoben.
        [one] { $count } Artikel in den Papierkorb verschoben.
       *[other] { $count } Artikel in den Papierkorb verschoben.
    }
told-tagged =
    { $count ->
        [1] Mit „{ $name }“ verschlagwortet.
        [one] { $count } Artikel mit „{ $name }“ verschlagwortet.
       *[other] { $count } Artikel mit „{ $name }“ verschlagwortet.
    }
told-added =
    { $count ->
        [1] Zu „{ $name }“ hinzugefügt.
        [one] { $count } Artikel zu „{ $name }“ hinzugefügt.
       *[other] { $count } Artikel zu „{ $name }“ hinzugefügt.
    }
told-taken-out =
    { $count ->
        [1] Aus „{ $name }“ entfernt.
        [one] { $count } Artikel aus „{ $name }“ entfernt.
       *[other] { $count } Artikel aus „{ $name }“ entfernt.
    }
told-moved = Verschoben.
told-removed-here = Aus dieser Sammlung entfernt.
selected-articles = Ausgewählte Artikel
selected =
    { $count ->
        [one] { $count } ausgewählt
       *[other] { $count } ausgewählt
    }
select-all =
    { $count ->
        [one] Alle { $count } auswählen
       *[other] Alle { $count } auswählen
    }
clear-selection = Auswahl aufheben

### Tags and collections

tags-of =
    { $count ->
        [one] Schlagwörter von { $count } Artikel
       *[other] Schlagwörter von { $count } Artikeln
    }
add-tag = Schlagwort hinzufügen
remove-the-tag = Schlagwort { $name } entfernen
tag-removed = Schlagwort „{ $name }“ entfernt.
tags-in-use = Vorhandene Schlagwörter
tags-hint = Schlagwörter stehen neben den Artikeln. Die Dateien bleiben, wie sie sind.
write-tags =
    { $count ->
        [1] Auch in die Datei schreiben
        [one] Auch in die Dateien schreiben
       *[other] Auch in die Dateien schreiben
    }
tags-there = Die Dateien haben diese Schlagwörter schon.
tags-written =
    { $count ->
        [one] In { $count } Datei geschrieben.
       *[other] In { $count } Dateien geschrieben.
    }
collections-of =
    { $count ->
        [one] Sammlungen von { $count } Artikel
       *[other] Sammlungen von { $count } Artikeln
    }
new-collection-name = Name einer neuen Sammlung
new-collection = Neue Sammlung
rename = Umbenennen
rename-more = Umbenennen…
rename-tag = Schlagwort umbenennen
rename-collection = Sammlung umbenennen
renamed = „{ $before }“ heißt jetzt „{ $name }“.
remove-from-all = Von allen Artikeln entfernen
change-search-more = Suche ändern…
change-search = Suche ändern
change = Ändern
search-changed = Die Suche wurde geändert.
delete = Löschen
collection-deleted = „{ $name }“ gelöscht. Die Artikel bleiben, wo sie sind.

### Searching

search-offers = Vorschläge
searched-too = Auch nach „{ $words }“ gesucht.
save-search = Suche speichern
search-saved = „{ $name }“ steht jetzt bei den Sammlungen.

### What an empty shelf says

nothing-found = Nichts gefunden für „{ $words }“
nothing-found-hint = Gesucht wird in Texten, Titeln, Schlagwörtern, Rubriken, Websites und Namen.
no-tagged = Kein Artikel hat dieses Schlagwort
no-tagged-hint = Artikel bekommen es über ihr Menü oder mit der Taste t.
empty-collection = Diese Sammlung ist leer
empty-collection-hint = Artikel werden über ihr Menü hinzugefügt.
all-read = Alles gelesen
all-read-hint = Was als Nächstes gespeichert wird, steht dann hier.
no-bookmarks = Noch keine Lesezeichen
no-bookmarks-hint = Artikel mit Lesezeichen sind hier wiederzufinden.
empty-archive = Das Archiv ist leer
empty-archive-hint = Hierher kommen Artikel, die erledigt sind. Sie bleiben in der Bibliothek.
empty-shelf = Das Regal ist leer
empty-shelf-hint = Markdown- oder Textdateien, die im Ordner der Bibliothek liegen, erscheinen hier.
show-folder = Ordner zeigen
import-folder-more = Ordner importieren…
choose-folder = Anderen Ordner wählen

### Sort and layout

sort-by = Sortieren nach
sort-saved = Gespeichert
sort-published = Erschienen
sort-title = Titel
sort-site = Website
sort-length = Länge
sort-progress = Fortschritt
sort-random = Gemischt
order = Reihenfolge
newest-first = Neueste zuerst
oldest-first = Älteste zuerst
z-to-a = Z bis A
a-to-z = A bis Z
longest-first = Längste zuerst
shortest-first = Kürzeste zuerst
most-read-first = Am weitesten gelesene zuerst
least-read-first = Am wenigsten gelesene zuerst
layout = Ansicht
layout-list = Liste
layout-compact = Kompakt
layout-grid = Raster
collection-order = Eine Sammlung hat ihre eigene Reihenfolge: Artikel werden über ihr Menü verschoben. Eine gespeicherte Suche ist so sortiert, wie ihre Wörter es sagen.
front-setting = Titelseite über den neuesten Artikeln

### An open article

contents = Inhalt
reading-settings = Leseeinstellungen
is-read = Gelesen
nothing-in-file = In dieser Datei steht noch nichts.
saved-on = Gespeichert am { $when }
not-as-written =
    { $count ->
        [1] Eine Stelle wird nicht so gezeigt, wie sie geschrieben ist
        [one] { $count } Stelle wird nicht so gezeigt, wie sie geschrieben ist
       *[other] { $count } Stellen werden nicht so gezeigt, wie sie geschrieben sind
    }
notes = Anmerkungen
note = Anmerkung { $number }
back-to-text = Zurück zum Text
back-to-mention = Zurück zur Stelle { $number }
enlarge = Bild vergrößern
not-saved-with-article = Nicht mit diesem Artikel gespeichert
cannot-open = Dieser Artikel lässt sich nicht öffnen
picture = Bild
previous-picture = Voriges Bild
next-picture = Nächstes Bild
previous-next = Voriger und nächster Artikel
previous = Voriger
next = Nächster
related = Verwandtes
table = Tabelle
copy = Kopieren
copied = Kopiert
not-copied = Nicht kopiert
print = Drucken…
loading = Wird geladen…
cannot-play = Dieses System kann die Datei nicht abspielen.
too-large-to-play = Diese Datei ist größer als 200 MB, zu groß, um sie hier abzuspielen. Ein anderes Programm kann das.
back-to-where = Zurück zur vorigen Stelle
find = Im Artikel suchen
previous-match = Voriger Treffer
next-match = Nächster Treffer
not-found = Nicht gefunden
words-a-minute = Wörter pro Minute
pace = { $count } Wörter/Min.
slower = Langsamer
faster = Schneller
auto-scroll = Automatisch scrollen
start-auto-scroll = Automatisches Scrollen starten
pause-auto-scroll = Automatisches Scrollen anhalten
start = Starten
pause = Pause
pages = Seiten
previous-page = Vorige Seite
next-page = Nächste Seite
minutes-left-in-section = noch { $count } Min. im Abschnitt

### Reading aloud

listening = Vorlesen
go-on = Fortsetzen
previous-sentence = Voriger Satz
next-sentence = Nächster Satz
stop-listening = Vorlesen beenden
speed = Tempo
voice = Stimme
system-voice = Stimme des Systems
heard-next = Danach: { $title }
heard-next-more =
    { $count ->
        [one] Danach: { $title } und { $count } weiterer
       *[other] Danach: { $title } und { $count } weitere
    }
take-out = „{ $title }“ herausnehmen
comes-after = „{ $title }“ folgt auf das, was gerade vorgelesen wird.
nothing-to-say = In diesem Artikel steht nichts, was sich vorlesen lässt.
no-voice = Auf diesem Gerät ist keine Stimme für { $language } installiert.
voice-failed = Die Stimme dieses Geräts hat versagt: { $why }. Erneut versuchen oder eine andere Stimme wählen.

### Reading settings

looks = Stile
colours = Farben
letters = Schrift
lines = Zeilen
moving = Bewegung
text-size = Schriftgröße
zoom = Größe von allem
zoom-out = Kleiner
zoom-in = Größer
smaller-text = Kleinere Schrift
larger-text = Größere Schrift
pixels = { $count } px
page-margins = Seitenränder
narrower-margins = Schmalere Ränder
wider-margins = Breitere Ränder
line-height = Zeilenhöhe
lower-lines = Niedrigere Zeilen
higher-lines = Höhere Zeilen
line-width = Zeilenlänge
shorter-lines = Kürzere Zeilen
longer-lines = Längere Zeilen
paragraphs = Absätze
spaced = Mit Abstand
indented = Eingerückt
alignment = Ausrichtung
ragged = Flattersatz
justified = Blocksatz
hyphenate = Wörter trennen
ligatures = Ligaturen
old-figures = Mediävalziffern
typeface = Schriftart
face-serif = Serif
face-sans = Sans
face-mono = Mono
face-legible = Leserlich
machine-fonts = Schriften dieses Geräts
machine-fonts-more = Schriften dieses Geräts…
no-fonts = Auf diesem Gerät wurden keine Schriften gefunden.
search-fonts = Schriften durchsuchen
search-fonts-count =
    { $count ->
        [one] { $count } Schrift durchsuchen
       *[other] { $count } Schriften durchsuchen
    }
no-such-font = Keine Schrift heißt so.
look-usual = Normal
look-book = Buch
look-plain = Schlicht
look-legible = Leserlich
look-eink = E-Ink
look-name = Name des Stils
keep = Behalten
keep-look = Diesen Stil behalten…
look-kept = „{ $name }“ ist gespeichert.
look-removed = „{ $name }“ ist entfernt.
remove-look = { $name } entfernen
looks-full =
    { $count ->
        [one] Mehr als { $count } Stil ist nicht möglich. Zuerst einen entfernen.
       *[other] Mehr als { $count } Stile sind nicht möglich. Zuerst einen entfernen.
    }
theme = Farbschema
theme-system = System
theme-paper = Papier
theme-sepia = Sepia
theme-grey = Grau
theme-night = Nacht
theme-black = Schwarz
theme-eink = E-Ink
theme-own = Eigenes
theme-clock = Uhrzeit
day-and-night = Tag und Nacht
by-day = Am Tag
by-night = In der Nacht
theme-by-day = Farbschema am Tag
theme-by-night = Farbschema in der Nacht
day-begins = Der Tag beginnt um
night-begins = Die Nacht beginnt um
own-colours = Eigene Farben
colour-page = Seite
colour-text = Text
colour-accent = Akzent
contrast-poor =
    { $ink ->
        [text] Der Text hat einen Kontrast von { $contrast } zu 1. Unter 4,5 zu 1 ist er schwer zu lesen: besser eine Farbe wählen, die sich stärker von der Seite abhebt.
        [accent] Der Akzent hat einen Kontrast von { $contrast } zu 1. Unter 4,5 zu 1 ist er schwer zu lesen: besser eine Farbe wählen, die sich stärker von der Seite abhebt.
       *[small] Der kleine Text ist blasser und hat einen Kontrast von { $contrast } zu 1. Unter 4,5 zu 1 ist er schwer zu lesen: besser eine Farbe wählen, die sich stärker von der Seite abhebt.
    }
moving-scroll = Scrollen
moving-pages = Seiten
while-reading = Beim Lesen
paragraph-focus = Absatz hervorheben
reading-ruler = Leselineal
sample = Beispiel
sample-title = Die Lampe am Fenster
sample-text = Eine Seite ist ein stiller Ort. Im Hafen erlosch ein Licht nach dem anderen, und sie las bei der Lampe weiter, bis die Geschichte zu Ende war.
sample-more = { " " }Am Morgen lagen 17 Boote am Kai, Netze trockneten im Wind, und unter der Tür steckte ein Brief.

### Settings

appearance = Aussehen
language = Sprache
language-system = Wie das System
keys = Tasten
about = Über Offprint
library-not-open = Die Bibliothek ist nicht geöffnet.
recent-libraries = Zuletzt geöffnete Bibliotheken
library-hint = Ein Import kopiert die Artikel eines Ordners samt Bildern in die Bibliothek. Der Ordner, aus dem sie kommen, bleibt, wie er ist. Ein anderer Ordner, der gewählt wird, wird an seinem Ort gelesen.
notes-beside = Markierungen und Notizen auch neben jedem Artikel ablegen
notes-beside-hint = Eine Datei in Markdown (notes.md), die jedes Programm lesen kann. Sie folgt dem, was Sie markieren. Eine Datei, die Sie geändert haben, bleibt, wie sie ist; wird dies ausgeschaltet, gehen die anderen.
saving-title = Speichern
saving-hint = Offprint baut nur dann eine Verbindung auf, wenn eine Seite mit ihren Bildern und Aufnahmen gespeichert wird. Es sendet keine Cookies und verrät nichts über die Lesenden. Lesen braucht keine Verbindung.
own-network = Auch Seiten aus dem eigenen Netz laden
own-network-hint = Für ein Wiki zu Hause oder bei der Arbeit. Sonst könnte eine Seite Offprint dazu bringen, Geräte im eigenen Netz anzusprechen.
check-title = Ist alles da?
check-hint = Die Prüfung liest jedes gespeicherte Bild und jede Aufnahme und nennt, was fehlt oder beschädigt ist. Sie ändert nichts.
check-more = Bibliothek prüfen…
duplicates-title = Ist etwas doppelt da?
duplicates-hint = Artikel werden nach Adressen und Texten verglichen. Was gleich ist, wird gezeigt, und was davon bleibt, lässt sich wählen.
duplicates-more = Doppelte suchen…
about-hint = Freie Software unter der MIT- oder der Apache-2.0-Lizenz, nach Wahl. Die mitgelieferten Artikel stehen unter CC BY 4.0, die Schriften Literata und Atkinson Hyperlegible Next unter der SIL Open Font License 1.1. Offprint sendet niemandem etwas.
settings-kept-in = Ort der Einstellungen
report-fault = Fehler melden
report-hint = Ein Bericht enthält keine Titel, keinen Text und keine Ordnernamen.
copy-report = Bericht kopieren
report-says = Was darin steht
licences = Lizenzen der Bestandteile von Offprint
licence-more =
    { $count ->
        [one] { $name } und { $count } weiteres
       *[other] { $name } und { $count } weitere
    }
dialog-library = Ordner der Bibliothek wählen
dialog-import = Ordner importieren

### Help and keys

to-keys = Zu den Tasten
help-in = Artikel hereinholen
help-in-text = Markdown- (.md) oder Textdateien (.txt), die im Ordner der Bibliothek liegen, erscheinen von selbst im Regal.
help-in-folder = { " " }Ein ganzer Ordner mit Bildern wird unter { $settings } importiert.
help-settings = Einstellungen, Bibliothek
help-where = Wo sie liegen
help-where-text = Es sind einfache Dateien. Jeder Editor öffnet sie, und jedes Programm, das Ordner abgleicht, bringt sie samt Lesezeichen auf andere Geräte.
help-wrong = Wenn etwas nicht klappt
help-wrong-text = Einen Bericht kopieren, dazuschreiben, was getan wurde, und beides an die schicken, von denen Offprint stammt. Der Bericht enthält keine Titel, keinen Text und keine Ordnernamen.
keys-shelf = Im Regal
keys-article = In einem Artikel
keys-pages = Auf Seiten
keys-everywhere = Überall
key-enter = Eingabe
key-esc = Esc
key-shift = Umschalt
key-ctrl = Strg
key-alt = Alt
key-backspace = Rücktaste
key-space = Leertaste
key-page = Bild
key-home = Pos1
key-end = Ende
keys-step = Nächster und voriger Artikel
keys-open = Öffnen
keys-select = Auswählen, oder alle bis hier
keys-select-all = Alle auswählen
keys-neighbours = Voriger und nächster Artikel; auf Seiten mit Umschalt
keys-find = Im Artikel suchen
keys-match = Nächster Treffer, mit Umschalt der vorige
keys-jump-back = Zurück zur vorigen Stelle, nach einem Sprung
keys-preview = Vorschau auf den Link, der den Fokus hat
keys-auto-scroll = Automatisches Scrollen: starten und anhalten
keys-pace = Langsamer und schneller
keys-line = Lineal oder Hervorhebung um eine Zeile oder einen Absatz bewegen
keys-listen = Vorlesen, oder Pause
keys-size = Größere, kleinere, übliche Schrift
keys-zoom = Alles größer, kleiner, üblich
keys-print = Drucken
keys-leave = Zurück zur vorigen Ansicht
keys-turn = Blättern
keys-page = Nächste Seite, mit Umschalt die vorige
keys-ends = Erste und letzte Seite
keys-close = Schließen oder zurück

### The welcome

welcome = Willkommen
welcome-new = Eine neue Bibliothek
welcome-named = OFFPRINT_LIBRARY nennt einen Ordner, den es nicht gab. Er wurde gerade angelegt, mit ein paar Artikeln für den Anfang. War ein anderer Name gemeint, dann den Namen berichtigen und neu starten; dieser Ordner kann gelöscht werden:
welcome-text = Artikel sind einfache Dateien in einem eigenen Ordner. Dieser wurde dafür angelegt:
start-reading = Mit dem Lesen beginnen
welcome-end = Alles hier steht auch in den Einstellungen.

### When something goes wrong

unreachable = Die Bibliothek ist nicht erreichbar
wrong = Etwas ist schiefgegangen
own-folder = Offprints eigenen Ordner verwenden
nothing-changed = In der Bibliothek wurde nichts geändert.
unforeseen = Im Fenster trat ein Fehler auf, den niemand vorhergesehen hat.
reload = Fenster neu laden
library-folder = Ordner der Bibliothek
cannot-load = Ein Teil von Offprint konnte nicht geladen werden. Offprint schließen und neu starten. Hilft das nicht, neu installieren.
warnings-title = Hinweise zur Bibliothek
unreadable = Das lässt sich nicht lesen.

### Saving pages

saved-pages = Seiten
addresses = Adressen
files = Dateien
what-was-pasted = Eingefügtes
save-hint = Eine Adresse oder tausend, in welchem Text auch immer; oder ein Stück einer Seite oder Text, das ein Artikel werden soll. Oder eine Datei: eine im Browser gespeicherte Seite, ein Buch (EPUB), Markdown, Text. All das lässt sich auch im Regal einfügen oder ablegen.
choose-files = Dateien wählen…
no-address = Hierin steht keine Webadresse. Eine solche beginnt mit „https“.
file-too-large = „{ $name }“ ist größer als 128 MB. Wenn es ein Export ist, die Datei in den Einstellungen mit „Datei importieren“ wählen.
not-saved = Speichern war nicht möglich.
not-saved-short = Nicht gespeichert
cannot-save = Das lässt sich nicht speichern.
on-shelf-already = „{ $title }“ steht schon im Regal.
is-saved = „{ $title }“ ist gespeichert.
is-saved-without =
    { $count ->
        [one] „{ $title }“ ist gespeichert, ohne { $count } Bild.
       *[other] „{ $title }“ ist gespeichert, ohne { $count } Bilder.
    }
title-not-saved = „{ $title }“ konnte nicht gespeichert werden.
pictures-of = Bilder: { $now } von { $all }
pages-of = Seiten: { $now } von { $all }
save-the-rest = Den Rest speichern
saved-step = Gespeichert
saved-without =
    { $count ->
        [one] Gespeichert, ohne { $count } Bild
       *[other] Gespeichert, ohne { $count } Bilder
    }
here-already = Schon da
waits = Wartet
pages-here =
    { $count ->
        [1] Diese Seite steht schon im Regal.
        [one] Diese Seiten stehen schon im Regal.
       *[other] Diese Seiten stehen schon im Regal.
    }
saving-pages =
    { $count ->
        [one] { $count } Seite wird gespeichert.
       *[other] { $count } Seiten werden gespeichert.
    }
addresses-refused =
    { $count ->
        [1] Eine Adresse lässt sich nicht speichern:
        [one] { $count } Adresse lässt sich nicht speichern:
       *[other] { $count } Adressen lassen sich nicht speichern:
    }
pasted-words =
    { $count ->
        [one] { $count } Wort.
       *[other] { $count } Wörter.
    }
pasted-pictures = Die Bilder darin werden aus dem Web geladen.
pasted-nothing-yet = Noch ist nichts gespeichert.
save-pasted = Als Artikel speichern
save-named =
    { $count ->
        [1] Die genannte Seite speichern
        [one] Die genannten Seiten speichern
       *[other] Die genannten Seiten speichern
    }
it-is-fetched = Es wird geladen.

### What an article lacks

save-its-pictures = Bilder speichern
linked =
    { $count ->
        [one] { $count } Bild dieses Artikels liegt im Web und ist nicht gespeichert.
       *[other] { $count } Bilder dieses Artikels liegen im Web und sind nicht gespeichert.
    }
complete =
    { $count ->
        [0] Vollständig gespeichert.
        [1] Vollständig gespeichert, mit dem Bild.
        [one] Vollständig gespeichert, mit { $count } Bild.
       *[other] Vollständig gespeichert, mit allen { $count } Bildern.
    }
complete-on =
    { $count ->
        [0] Vollständig gespeichert am { $day }.
        [1] Vollständig gespeichert am { $day }, mit dem Bild.
        [one] Vollständig gespeichert am { $day }, mit { $count } Bild.
       *[other] Vollständig gespeichert am { $day }, mit allen { $count } Bildern.
    }
page-waits = Diese Seite ist noch nicht geladen.
page-not-saved = Diese Seite konnte nicht gespeichert werden.
what-is-missing = Was fehlt
pictures-not-saved =
    { $count ->
        [one] { $count } Bild von { $all } konnte nicht gespeichert werden.
       *[other] { $count } Bilder von { $all } konnten nicht gespeichert werden.
    }

### Versions

versions = Fassungen
fetch-anew = Neu laden
nothing-new = Es hat sich nichts geändert.
replaced = Ein neuer Text ist da. Der vorige steht unter „Fassungen“.
replaced-without =
    { $count ->
        [one] Ein neuer Text ist da, ohne { $count } Bild. Der vorige steht unter „Fassungen“.
       *[other] Ein neuer Text ist da, ohne { $count } Bilder. Der vorige steht unter „Fassungen“.
    }
set-aside = Das Geladene wurde beiseitegelegt, die Kopie bleibt.
not-fetched = Das Laden ist misslungen, die Kopie bleibt.
shown-now = wird gezeigt
what-differs = Was anders ist
show-what-differs = Unterschiede zeigen
use-this-one = Diese verwenden
differs-hint = Durchgestrichen ist, was wegfiele, markiert, was hinzukäme.
same-text = Gleicher Text
version-shown = Diese Fassung wird jetzt gezeigt. Die vorige steht unter „Fassungen“.

### Details, and the text set right by hand

details = Angaben
detail-title = Titel
detail-author = Autor
detail-published = Erschienen
detail-published-hint = 2019-05-31, oder nur das Jahr
detail-section = Rubrik
detail-site = Website
detail-language = Sprache
detail-description = Beschreibung
details-set = Die Angaben sind berichtigt.
details-back = Die Angaben sind wie vorher.
lead-picture = Aufmacherbild
no-picture = Keines
picture-number = Bild { $number }
correct-text = Text berichtigen
text-set = Der Text ist berichtigt. Der vorige steht unter „Fassungen“.
text-set-without =
    { $count ->
        [one] Der Text ist berichtigt, ohne { $count } Bild. Der vorige steht unter „Fassungen“.
       *[other] Der Text ist berichtigt, ohne { $count } Bilder. Der vorige steht unter „Fassungen“.
    }
text-back = Der Text ist wie vorher.
parts = Teile
parts-go =
    { $count ->
        [one] { $count } Teil fällt weg.
       *[other] { $count } Teile fallen weg.
    }
parts-come =
    { $count ->
        [one] { $count } Teil kommt hinzu.
       *[other] { $count } Teile kommen hinzu.
    }
parts-left-out =
    { $count ->
        [one] { $count } Teil hier ausgelassen
       *[other] { $count } Teile hier ausgelassen
    }
parts-hint = Abwählen, was nicht zum Artikel gehört. Was die Seite sonst noch hat, steht dort, wo es ausgelassen wurde: auswählen, was fehlt. Der vorige Text bleibt unter „Fassungen“.
parts-hint-all = Abwählen, was nicht zum Artikel gehört. Von der Seite wurde nichts ausgelassen, oder sie ist nicht aufbewahrt. Der vorige Text bleibt unter „Fassungen“.
part-heading = Überschrift
part-list = Liste
part-quotation = Zitat
part-code = Code
part-table = Tabelle
part-formula = Formel
part-picture = Bild
part-recording = Aufnahme
part-line = Linie

### The trash

trash-empty = Der Papierkorb ist leer. Was hierher verschoben wird, bleibt, bis es gelöscht wird.
trash-holds =
    { $count ->
        [one] { $count } Artikel, mit Bildern, Lesezeichen und Markierungen. Was hier ist, bleibt, bis es gelöscht wird.
       *[other] { $count } Artikel, mit Bildern, Lesezeichen und Markierungen. Was hier ist, bleibt, bis es gelöscht wird.
    }
empty-trash = Papierkorb leeren…
trashed-list = Artikel im Papierkorb
restore = Wiederherstellen
restored = „{ $title }“ ist wieder in der Bibliothek.
delete-for-good = Endgültig löschen
delete-for-good-title = Endgültig löschen?
delete-one = „{ $title }“ wird mit allen Bildern und Aufnahmen von diesem Datenträger gelöscht. Das lässt sich nicht rückgängig machen.
delete-many =
    { $count ->
        [one] { $count } Artikel wird mit allen Bildern und Aufnahmen von diesem Datenträger gelöscht. Das lässt sich nicht rückgängig machen.
       *[other] { $count } Artikel werden mit allen Bildern und Aufnahmen von diesem Datenträger gelöscht. Das lässt sich nicht rückgängig machen.
    }
deleted =
    { $count ->
        [one] { $count } Artikel gelöscht.
       *[other] { $count } Artikel gelöscht.
    }

### Importing a folder

import-title = Ordner importieren
import-bar = Import
import-looking = Der Ordner wird durchgesehen…
import-why-out =
    { $count ->
        [1] Warum sie ausgelassen wurde
        [one] Warum sie ausgelassen wurden
       *[other] Warum sie ausgelassen wurden
    }
import-came =
    { $count ->
        [one] { $count } Artikel liegt jetzt im Ordner „{ $folder }“ der Bibliothek.
       *[other] { $count } Artikel liegen jetzt im Ordner „{ $folder }“ der Bibliothek.
    }
import-none = Nichts wurde importiert.
import-out =
    { $count ->
        [one] { $count } Datei wurde ausgelassen.
       *[other] { $count } Dateien wurden ausgelassen.
    }
import-stopped = Vorzeitig beendet.
imported =
    { $count ->
        [one] { $count } Artikel nach „{ $folder }“ importiert.
       *[other] { $count } Artikel nach „{ $folder }“ importiert.
    }

### The check of the library

check = Bibliothek prüfen
check-bar = Prüfung
looking-at-all = Jeder Artikel wird angesehen…
check-none =
    { $count ->
        [one] Bei { $count } Artikel fehlt nichts.
       *[other] Bei { $count } Artikeln fehlt nichts.
    }
check-lacking =
    { $count ->
        [one] { $count } Artikel von { $all } fehlt etwas.
       *[other] { $count } Artikeln von { $all } fehlt etwas.
    }
check-media =
    { $count ->
        [one] { $count } Bild oder Aufnahme hat Offprint gespeichert.
       *[other] { $count } Bilder und Aufnahmen hat Offprint gespeichert.
    }
check-media-size =
    { $count ->
        [one] { $count } Bild oder Aufnahme hat Offprint gespeichert: { $megabytes } MB.
       *[other] { $count } Bilder und Aufnahmen hat Offprint gespeichert: { $megabytes } MB.
    }
check-linked =
    { $count ->
        [one] { $count } weiteres liegt im Web und ist nicht gespeichert.
       *[other] { $count } weitere liegen im Web und sind nicht gespeichert.
    }
check-found = Gefundenes
fetched-now = Was zu haben war, ist jetzt da.
finding-missing = Diese Datei fehlt.
finding-waiting = Das ist noch nicht geladen.
finding-refused = Das wurde beim Laden abgelehnt.
finding-damaged = Diese Datei ist beschädigt.
finding-placeholder = Diese Datei ist nur ein Platzhalter: Ein anderes Programm hat sie anderswo.
finding-unreadable = Diese Datei lässt sich nicht lesen.
finding-ledger = Die Liste des Gespeicherten lässt sich nicht lesen.
finding-changed = Ein anderes Programm hat diese Datei geändert.
finding-orphan = Kein Artikel zeigt diese Datei.

### Duplicates

duplicates = Doppelte Artikel
duplicates-bar = Suche nach doppelten Artikeln
duplicates-stopped = Vorzeitig beendet. Nichts wurde geändert.
search-again = Erneut suchen
duplicates-none =
    { $count ->
        [one] Unter { $count } Artikel ist nichts doppelt.
       *[other] Unter { $count } Artikeln ist nichts doppelt.
    }
duplicates-keep-hint = Der Artikel, der bleibt, bekommt Lesezeichen, Schlagwörter, Sammlungen und Leseposition der anderen. Diese kommen in den Papierkorb.
duplicates-found =
    { $count ->
        [1] Ein Artikel ist mehrfach da.
        [one] { $count } Artikel ist mehrfach da.
       *[other] { $count } Artikel sind mehrfach da.
    }
duplicates-more-later =
    { $count ->
        [one] und { $count } weiterer, wenn diese erledigt sind
       *[other] und { $count } weitere, wenn diese erledigt sind
    }
merged =
    { $count ->
        [1] „{ $title }“ bleibt, der andere ist im Papierkorb.
        [one] „{ $title }“ bleibt, die anderen sind im Papierkorb.
       *[other] „{ $title }“ bleibt, die anderen sind im Papierkorb.
    }
merge = Zusammenführen
not-duplicates = Nicht doppelt
saved-ago = { $when } gespeichert
without-text = ohne Text
pictures-saved =
    { $count ->
        [one] { $count } Bild gespeichert
       *[other] { $count } Bilder gespeichert
    }
pictures-saved-of =
    { $all ->
        [one] { $count } von { $all } Bild gespeichert
       *[other] { $count } von { $all } Bildern gespeichert
    }
percent-read = { $percent } gelesen
suggested = Vorschlag
same-address = Gleiche Adresse
percent-same = { $percent } gleicher Text

### Errors

error-article_gone = Dieser Artikel ist nicht mehr in der Bibliothek. Zurück ins Regal gehen.
error-version_gone = Diese Fassung gibt es nicht mehr. Bitte die Fassungen neu aufrufen.
error-collection_gone = Diese Sammlung gibt es nicht mehr.
error-library_unreachable = Der Ordner der Bibliothek ist nicht erreichbar. Prüfen, ob der Datenträger da ist, und es erneut versuchen, oder einen anderen Ordner wählen.
error-config_unreadable = Die Einstellungen von Offprint lassen sich nicht lesen, daher ist nicht bekannt, wo die Bibliothek liegt.
error-config_unwritable = Die Einstellungen konnten nicht gespeichert werden. Prüfen, ob der Datenträger voll oder der Ordner schreibgeschützt ist.
error-newer_settings = Diese Einstellungen stammen von einer neueren Version von Offprint. Bitte diese starten.
error-not_watched = Änderungen durch andere Programme werden hier nicht bemerkt. Um sie zu sehen, die Bibliothek neu öffnen.
error-not_opened = Kein Programm wurde gefunden, das dies öffnet. In den Einstellungen des Systems eines wählen und es erneut versuchen.
error-link_refused = Dieser Link führt zu nichts, was Offprint öffnet.
error-medium_missing = Dieses Bild oder diese Aufnahme ist nicht in der Bibliothek.

### The margins: marks in an article, notes, the notebook

marking = Markieren
mark-in = { $colour } markieren
mark-colour = Farbe der Markierung
paint-yellow = Gelb
paint-green = Grün
paint-blue = Blau
paint-pink = Rosa
paint-purple = Violett
add-note = Notiz
copy-with-source = Mit Quelle kopieren
search-library = In der Bibliothek suchen
look-up = Im Web nachschlagen
look-up-hint = Im Web nachschlagen, im Browser
words-copied = Kopiert
words-not-copied = Das konnte nicht kopiert werden.
marking-hint = Markieren. Die Pfeiltasten gehen Wort für Wort, mit Alt Satz für Satz; mit Umschalt erweitern sie die Auswahl. Eingabe fragt, was geschehen soll, Esc beendet.
mark-named = Markierung: { $quote }
mark-change = Ändern: { $quote }
mark-of = Markierung { $now } von { $all }: { $quote }
margin-notes = Notizen
note-of-mark = Notiz zu dieser Markierung
note-hint = Gedanken dazu. Markdown ist möglich.
tags-hint-commas = Schlagwörter, durch Kommas getrennt
note-kept = Gespeichert
note-not-kept = Noch nicht gespeichert. Die Notiz bleibt hier stehen; für einen neuen Versuch etwas ändern oder dies schließen.
note-on-article = Notiz zum ganzen Artikel
note-removed = Notiz entfernt
open-note = Notiz: { $note }
mark-removed = Markierung entfernt
mark-remove = Markierung entfernen
mark-reworded = Der Wortlaut ist nicht mehr der, der markiert wurde.
mark-unsought = In diesem Text ist so viel markiert, dass diese Wörter nicht gesucht wurden.
mark-placed = Die Markierung ist wieder an ihrer Stelle
marks = Markierungen
marks-count = Markierungen: { $count }
no-marks-yet = Hier ist noch nichts markiert. Wörter auswählen oder h drücken.
nothing-to-mark = Hier stehen keine Wörter, die sich markieren lassen.
mark-away = Der Artikel ist nicht mehr hier
unplaced-title = Ohne Stelle im Text
unplaced-hint = Der Text hat sich geändert, und diese Wörter stehen nicht mehr darin. Nichts davon ist verloren.
place-by-hand = Von Hand zuordnen
placing = Die Wörter auswählen, zu denen dies gehört:
place-here = Zuordnen
notebook = Notizbuch
notebook-search = Markierungen durchsuchen
notebook-empty = In dieser Bibliothek ist noch nichts markiert. In einem Artikel Wörter auswählen, dann eine Farbe.
notebook-none = Keine Markierung passt.
notebook-order = Reihenfolge der Markierungen
notebook-from = Von
notebook-to = Bis
all-colours = Alle Farben
every-tag = Alle Schlagwörter
by-article = Nach Artikel
notes-found = Gefundene Markierungen: { $count }
review = Wiederholung
review-start = Wiederholung für heute: { $count }
review-done = Das ist alles für heute.
review-later = Gewusst
review-soon = Bald wieder
review-never = Nicht mehr
review-open = Im Artikel öffnen
review-enough = Genug für jetzt
keys-mark = Wörter mit Tasten markieren
keys-marks = Vorige und nächste Markierung; Eingabe öffnet sie

### Articles that leave

export = Exportieren
export-more = Exportieren…
export-everything = Alles exportieren…
dialog-export = Exportieren
export-all = Alles exportieren
export-marks = Markierungen und Notizen exportieren
export-count =
    { $count ->
        [one] { $count } Artikel exportieren
       *[other] { $count } Artikel exportieren
    }
form-epub = Buch für Lesegeräte
form-epub-what = EPUB mit Inhaltsverzeichnis, Bildern und Fußnoten
form-html = Eine Seite
form-html-what = HTML mit allen Bildern darin, für jeden Browser
form-site = Website
form-site-what = Mit Suche; braucht entpackt weder Server noch Offprint
form-markdown = Alles als Markdown
form-markdown-what = Die Dateien, wie sie sind, daneben Schlagwörter, Lesezeichen und Sammlungen
form-json = Alles in einer Datei
form-json-what = JSON; Offprint kann es wieder einlesen
form-csv = Tabelle
form-csv-what = CSV, eine Zeile je Artikel
form-annotations = Markierungen und Notizen
form-annotations-what = W3C-Annotationen, für andere Programme
form-notes = Markdown
form-notes-what = Zum Lesen und für Notizprogramme
form-readwise = Readwise
form-readwise-what = Eine Tabelle (CSV), wie Readwise sie einliest
form-bookmarks = Lesezeichen
form-bookmarks-what = Für einen Browser
export-pack =
    { $count ->
        [one] Lesestoff für { $count } Minute
       *[other] Lesestoff für { $count } Minuten
    }
export-pack-what = Ein Buch aus ungelesenen Artikeln, die diese Zeit füllen
export-bar = Export
export-looking = Die Artikel werden gesucht…
export-written = { articles }: { $file } ist geschrieben.
export-pack-written = { articles }, { $minutes } Min.: { $file } ist geschrieben.
export-out =
    { $count ->
        [one] { $count } Stück wurde ausgelassen.
       *[other] { $count } Stück wurden ausgelassen.
    }

### Articles that come from other programs

import-file-more = Datei importieren…
dialog-import-file = Datei importieren
import-holds =
    { $count ->
        [one] { $name } ({ $format }) enthält { $count } Eintrag:
       *[other] { $name } ({ $format }) enthält { $count } Einträge:
    }
import-holds-new =
    { $count ->
        [one] { $count } neuer mit Text
       *[other] { $count } neue mit Text
    }
import-holds-queued =
    { $count ->
        [one] { $count } neuer, der aus dem Web geladen wird
       *[other] { $count } neue, die aus dem Web geladen werden
    }
import-holds-merged =
    { $count ->
        [one] { $count } schon vorhanden
       *[other] { $count } schon vorhanden
    }
import-holds-refused =
    { $count ->
        [one] { $count }, der nicht übernommen werden kann
       *[other] { $count }, die nicht übernommen werden können
    }
import-holds-highlights =
    { $count ->
        [one] { $count } Markierung oder Notiz
       *[other] { $count } Markierungen und Notizen
    }
format-bookmarks = Lesezeichen
format-html = gespeicherte Seiten
format-text = Text
format-epub = ein Buch
format-addresses = eine Liste von Adressen
format-csv = eine Tabelle mit Adressen
format-json = JSON mit Adressen
format-files = Dateien verschiedener Art
format-offprint-csv = eine Tabelle von Offprint
format-offprint-json = eine Bibliothek von Offprint
format-offprint-zip = eine Bibliothek von Offprint
format-annotations = Markierungen und Notizen
import-verb = Importieren
import-reading = Die Datei wird gelesen…
import-of = Von { $count }: { $parts }.
import-got-new =
    { $count ->
        [one] { $count } Artikel kam mit Text
       *[other] { $count } Artikel kamen mit Text
    }
import-got-marks =
    { $count ->
        [one] { $count } Markierung oder Notiz ist neu
       *[other] { $count } Markierungen und Notizen sind neu
    }
import-got-queued =
    { $count ->
        [one] { $count } Artikel wird noch geladen
       *[other] { $count } Artikel werden noch geladen
    }
import-got-merged =
    { $count ->
        [one] { $count } war schon da
       *[other] { $count } waren schon da
    }
import-got-refused =
    { $count ->
        [one] { $count } konnte nicht übernommen werden
       *[other] { $count } konnten nicht übernommen werden
    }
import-got-aside =
    { $count ->
        [one] { $count } Markierung oder Notiz ließ sich nicht in ihren Artikel einfügen.
       *[other] { $count } Markierungen und Notizen ließen sich nicht in ihre Artikel einfügen.
    }
import-why-refused =
    { $count ->
        [1] Warum er nicht übernommen wurde
        [one] Warum sie nicht übernommen wurden
       *[other] Warum sie nicht übernommen wurden
    }

### Lines from top to bottom

japanese-and-chinese = Japanisch und Chinesisch
lines-as-written = Wie im Artikel
lines-horizontal = Waagerecht
lines-vertical = Senkrecht
