//! Alerts (`> [!NOTE]`): what they are called, in the language of their article.

use pulldown_cmark::BlockQuoteKind;

/// Note, tip, important, warning, caution.
type Titles = [&'static str; 5];

const ENGLISH: Titles = ["Note", "Tip", "Important", "Warning", "Caution"];

/// By language (BCP 47, in small letters), sorted.
const TITLES: &[(&str, Titles)] = &[
    ("ar", ["ملاحظة", "نصيحة", "مهم", "تحذير", "تنبيه"]),
    ("cs", ["Poznámka", "Tip", "Důležité", "Varování", "Upozornění"]),
    ("da", ["Bemærk", "Tip", "Vigtigt", "Advarsel", "Forsigtig"]),
    ("de", ["Hinweis", "Tipp", "Wichtig", "Warnung", "Vorsicht"]),
    ("el", ["Σημείωση", "Συμβουλή", "Σημαντικό", "Προειδοποίηση", "Προσοχή"]),
    ("es", ["Nota", "Consejo", "Importante", "Advertencia", "Precaución"]),
    ("fa", ["نکته", "راهنمایی", "مهم", "هشدار", "احتیاط"]),
    ("fi", ["Huomautus", "Vinkki", "Tärkeää", "Varoitus", "Huomio"]),
    ("fr", ["Remarque", "Astuce", "Important", "Avertissement", "Attention"]),
    ("he", ["הערה", "טיפ", "חשוב", "אזהרה", "זהירות"]),
    ("hi", ["नोट", "सुझाव", "महत्वपूर्ण", "चेतावनी", "सावधानी"]),
    ("hu", ["Megjegyzés", "Tipp", "Fontos", "Figyelmeztetés", "Vigyázat"]),
    ("id", ["Catatan", "Tips", "Penting", "Peringatan", "Perhatian"]),
    ("it", ["Nota", "Suggerimento", "Importante", "Avvertenza", "Attenzione"]),
    ("ja", ["注記", "ヒント", "重要", "警告", "注意"]),
    ("ko", ["참고", "팁", "중요", "경고", "주의"]),
    ("nb", ["Merk", "Tips", "Viktig", "Advarsel", "Forsiktig"]),
    ("nl", ["Opmerking", "Tip", "Belangrijk", "Waarschuwing", "Voorzichtig"]),
    ("nn", ["Merk", "Tips", "Viktig", "Åtvaring", "Forsiktig"]),
    ("no", ["Merk", "Tips", "Viktig", "Advarsel", "Forsiktig"]),
    ("pl", ["Uwaga", "Wskazówka", "Ważne", "Ostrzeżenie", "Przestroga"]),
    ("pt", ["Nota", "Dica", "Importante", "Aviso", "Cuidado"]),
    ("ro", ["Notă", "Sfat", "Important", "Avertisment", "Atenție"]),
    ("ru", ["Примечание", "Совет", "Важно", "Предупреждение", "Осторожно"]),
    ("sv", ["Anmärkning", "Tips", "Viktigt", "Varning", "Försiktighet"]),
    ("tr", ["Not", "İpucu", "Önemli", "Uyarı", "Dikkat"]),
    ("uk", ["Примітка", "Порада", "Важливо", "Попередження", "Обережно"]),
    ("vi", ["Ghi chú", "Mẹo", "Quan trọng", "Cảnh báo", "Thận trọng"]),
    ("zh", ["说明", "提示", "重要", "警告", "小心"]),
    ("zh-hant", ["說明", "提示", "重要", "警告", "小心"]),
    ("zh-hk", ["說明", "提示", "重要", "警告", "小心"]),
    ("zh-mo", ["說明", "提示", "重要", "警告", "小心"]),
    ("zh-tw", ["說明", "提示", "重要", "警告", "小心"]),
];

/// The name of a kind, as a class has it.
pub(crate) fn name(kind: BlockQuoteKind) -> &'static str {
    ["note", "tip", "important", "warning", "caution"][place(kind)]
}

/// What an alert is called in an article of this language; in English where the language is not known here.
pub(crate) fn title(kind: BlockQuoteKind, language: &str) -> &'static str {
    let language = language.trim().replace('_', "-").to_lowercase();
    let mut tag = language.as_str();
    loop {
        if let Ok(at) = TITLES.binary_search_by_key(&tag, |(known, _)| known) {
            return TITLES[at].1[place(kind)];
        }
        // As in a look-up by RFC 4647: `de-at` is `de`.
        let Some((shorter, _)) = tag.rsplit_once('-') else { return ENGLISH[place(kind)] };
        tag = shorter;
    }
}

fn place(kind: BlockQuoteKind) -> usize {
    match kind {
        BlockQuoteKind::Note => 0,
        BlockQuoteKind::Tip => 1,
        BlockQuoteKind::Important => 2,
        BlockQuoteKind::Warning => 3,
        BlockQuoteKind::Caution => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        for (language, expected) in [
            ("", "Note"),
            ("en-GB", "Note"),
            ("tlh", "Note"),
            ("de", "Hinweis"),
            ("de-AT", "Hinweis"),
            (" DE_ch ", "Hinweis"),
            ("ja", "注記"),
            ("zh-Hans-CN", "说明"),
            ("zh-Hant-TW", "說明"),
            ("-", "Note"),
        ] {
            assert_eq!(title(BlockQuoteKind::Note, language), expected, "{language}");
        }
        assert_eq!(title(BlockQuoteKind::Caution, "fr"), "Attention");
        assert!(TITLES.is_sorted_by(|(one, _), (next, _)| one < next));
    }
}
