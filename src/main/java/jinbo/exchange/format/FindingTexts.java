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

/** Reads the sentences of findings from the tables in {@code exchange-formats/}. */
final class FindingTexts {

    /** The tables; each code is in exactly one of them. */
    static final List<String> TABLES = List.of(
            "complaints/v1/findings.csv",
            "withdrawals/v1/findings.csv",
            "case-answers/v1/findings.csv",
            "ack/v1/findings.csv",
            "certificate/v1/findings.csv");

    static final String CAUSES = "complaints/v1/causes.csv";

    private static final String FOLDER = "/exchange-formats/";
    private static final int LONGEST_ROW = 1 << 12;

    private static final Map<MessageLanguage, Map<FindingCode, String>> TEXTS = load(FindingCode.class, "code", TABLES);
    private static final Map<MessageLanguage, Map<FindingCause, String>> CAUSE_TEXTS =
            load(FindingCause.class, "cause", List.of(CAUSES));

    private FindingTexts() {}

    static String of(FindingCode code, MessageLanguage language) {
        return find(TEXTS, code, language);
    }

    static String of(FindingCause cause, MessageLanguage language) {
        return find(CAUSE_TEXTS, cause, language);
    }

    private static <E> String find(Map<MessageLanguage, Map<E, String>> texts, E constant, MessageLanguage language) {
        String text = texts.get(language).get(constant);
        if (text == null) {
            throw new IllegalStateException("No table of findings has a " + language + " message for " + constant);
        }
        return text;
    }

    private static <E extends Enum<E>> Map<MessageLanguage, Map<E, String>> load(
            Class<E> type, String column, List<String> tables) {
        Map<E, String> english = new EnumMap<>(type);
        Map<E, String> chinese = new EnumMap<>(type);
        for (String table : tables) {
            for (Map<String, String> row : rows(FOLDER + table)) {
                E constant = Enum.valueOf(type, row.get(column));
                chinese.put(constant, row.get("message_zh"));
                if (english.put(constant, row.get("message_en")) != null) {
                    throw new IllegalStateException(constant + " stands twice in the tables of findings");
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
