package jinbo.batch.validation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jinbo.batch.validation.WithdrawalValidator.WithdrawalRow;
import jinbo.exchange.format.Finding;

/** A minimal model of the uploads that the samples refer to. */
final class SampleIngestedUploads {

    /** Whether a row still counts, by file and line. */
    private final Map<String, Map<Integer, Boolean>> files = new HashMap<>();

    SampleIngestedUploads(Path table) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            for (NamedCsvRecord row : rows) {
                files.computeIfAbsent(row.getField("file"), file -> new TreeMap<>())
                        .put(
                                Integer.valueOf(row.getField("line")),
                                row.getField("withdrawn").equals("N"));
            }
        }
    }

    /** Withdraws a row; returns the reason if it is not possible. */
    Optional<Finding> takeBack(WithdrawalRow row) {
        Map<Integer, Boolean> lines = files.get(row.file());
        if (lines == null) {
            return Optional.of(row.fileUnknown());
        }
        if (row.withdrawnLine().isEmpty()) {
            boolean nothingLeft = !lines.containsValue(true);
            lines.replaceAll((line, counts) -> false);
            return nothingLeft ? Optional.of(row.alreadyWithdrawn()) : Optional.empty();
        }
        Boolean counted = lines.replace(row.withdrawnLine().getAsInt(), false);
        if (counted == null) {
            return Optional.of(row.lineUnknown());
        }
        return counted ? Optional.empty() : Optional.of(row.alreadyWithdrawn());
    }
}
