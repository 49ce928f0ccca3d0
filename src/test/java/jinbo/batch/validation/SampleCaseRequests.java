package jinbo.batch.validation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jinbo.batch.validation.CaseAnswerValidator.CaseAnswerRow;
import jinbo.cases.CaseAnswer;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;

/** A minimal model of the cases that the samples refer to. */
final class SampleCaseRequests {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 10, 20);

    private final Map<String, NamedCsvRecord> cases = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Set<String> units = new HashSet<>();

    SampleCaseRequests(Path folder) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve("asked.csv"))) {
            rows.forEach(row -> cases.put(row.getField("case"), row));
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve("units.csv"))) {
            rows.forEach(row -> units.add(row.getField("unit")));
        }
    }

    /** Answers a case; returns the reason if it is not possible. */
    Optional<Finding> answer(CaseAnswerRow row) {
        NamedCsvRecord asked = cases.get(row.number().value());
        if (asked == null) {
            return refused(FindingCode.CASE_UNKNOWN, row);
        }
        boolean waits = row.content().kind() == CaseAnswer.Kind.APPEAL
                ? asked.getField("state").equals("UPHELD")
                        && asked.getField("appealed").equals("N")
                        && !RECEIVED.isAfter(LocalDate.parse(asked.getField("until")))
                : asked.getField("state").equals("SENT");
        if (!waits || answered.contains(row.number().value())) {
            return refused(FindingCode.CASE_NOT_WAITING, row);
        }
        if (row.unit().filter(unit -> !units.contains(unit.value())).isPresent()) {
            return refused(FindingCode.UNIT_NOT_REGISTERED, row);
        }
        answered.add(row.number().value());
        return Optional.empty();
    }

    private static Optional<Finding> refused(FindingCode code, CaseAnswerRow row) {
        return Optional.of(CaseAnswerRow.refused(code, row.line()));
    }
}
