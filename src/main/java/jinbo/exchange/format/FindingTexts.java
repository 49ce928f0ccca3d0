package jinbo.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jinbo.exchange.format.Finding.FindingCause;
import jinbo.platform.csv.CsvTableReader;

/** The sentences of the published tables of findings, so that what insurers read there is what they get. */
final class FindingTexts {

    /** Where the tables are published; each code stands in one of them. */
    static final List<String> TABLES = List.of(
            "complaints/v1/findings.csv",
            "withdrawals/v1/findings.csv",
            "case-answers/v1/findings.csv",
            "ack/v1/findings.csv",
            "certificate/v1/findings.csv");

    /** Where the sentences of causes are published. */
    static final String CAUSES = "complaints/v1/causes.csv";

    private static final String FOLDER = "/exchange-formats/";

    private static final int LONGEST_ROW = 1 << 12;

    private static final Map<MessageLanguage, Map<FindingCode, String>> TEXTS = load();
    private static final Map<MessageLanguage, Map<FindingCause, String>> CAUSE_TEXTS = loadCauses();

    private FindingTexts() {}

    static String of(FindingCode code, MessageLanguage language) {
        String text = TEXTS.get(language).get(code);
        if (text == null) {
            throw new IllegalStateException("No table of findings has a " + language + " message for " + code);
        }
        return text;
    }

    static String of(FindingCause cause, MessageLanguage language) {
        String text = CAUSE_TEXTS.get(language).get(cause);
        if (text == null) {
            throw new IllegalStateException(CAUSES + " has no " + language + " message for " + cause);
        }
        return text;
    }

    private static Map<MessageLanguage, Map<FindingCause, String>> loadCauses() {
        Map<FindingCause, String> english = new EnumMap<>(FindingCause.class);
        Map<FindingCause, String> chinese = new EnumMap<>(FindingCause.class);
        for (Map<String, String> row : rows(FOLDER + CAUSES)) {
            FindingCause cause = FindingCause.valueOf(row.get("cause"));
            english.put(cause, row.get("message_en"));
            chinese.put(cause, row.get("message_zh"));
        }
        return Map.of(MessageLanguage.EN, english, MessageLanguage.ZH, chinese);
    }

    private static Map<MessageLanguage, Map<FindingCode, String>> load() {
        Map<FindingCode, String> english = new EnumMap<>(FindingCode.class);
        Map<FindingCode, String> chinese = new EnumMap<>(FindingCode.class);
        for (String table : TABLES) {
            for (Map<String, String> row : rows(FOLDER + table)) {
                FindingCode code = FindingCode.valueOf(row.get("code"));
                chinese.put(code, row.get("message_zh"));
                if (english.put(code, row.get("message_en")) != null) {
                    throw new IllegalStateException(code + " stands twice in the tables of findings");
                }
            }
        }
        return Map.of(MessageLanguage.EN, english, MessageLanguage.ZH, chinese);
    }

    private static List<Map<String, String>> rows(String table) {
        try (InputStream csv = FindingTexts.class.getResourceAsStream(table)) {
            if (csv == null) {
                throw new IllegalStateException(table + " is not on the class path");
            }
            CsvTableReader rows = CsvTableReader.of(new InputStreamReader(csv, StandardCharsets.UTF_8), LONGEST_ROW);
            rows.next();
            List<String> header = rows.row();
            List<Map<String, String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> fields = rows.row();
                all.add(IntStream.range(0, header.size()).boxed().collect(Collectors.toMap(header::get, fields::get)));
            }
            return all;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
