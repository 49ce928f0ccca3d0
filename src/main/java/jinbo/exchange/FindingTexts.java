package jinbo.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** The sentences of the published table of findings, so that what insurers read there is what they get. */
final class FindingTexts {

    static final String TABLE = "/exchange-formats/complaints/v1/findings.csv";

    private static final Map<MessageLanguage, Map<FindingCode, String>> TEXTS = load();

    private FindingTexts() {}

    static String of(FindingCode code, MessageLanguage language) {
        String text = TEXTS.get(language).get(code);
        if (text == null) {
            throw new IllegalStateException(TABLE + " has no " + language + " message for " + code);
        }
        return text;
    }

    private static Map<MessageLanguage, Map<FindingCode, String>> load() {
        Map<FindingCode, String> english = new EnumMap<>(FindingCode.class);
        Map<FindingCode, String> chinese = new EnumMap<>(FindingCode.class);
        try (InputStream table = FindingTexts.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException(TABLE + " is not on the class path");
            }
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table, StandardCharsets.UTF_8)) {
                for (NamedCsvRecord row : rows) {
                    FindingCode code = FindingCode.valueOf(row.getField("code"));
                    english.put(code, row.getField("message_en"));
                    chinese.put(code, row.getField("message_zh"));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Map.of(MessageLanguage.EN, english, MessageLanguage.ZH, chinese);
    }
}
