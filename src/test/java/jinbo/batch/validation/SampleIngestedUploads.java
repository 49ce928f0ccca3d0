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

/** What the association of the samples has taken in before a file of withdrawals comes, in the plainest form. */
final class SampleIngestedUploads {

    /** By file and line, whether the row still counts. */
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

    /** Takes back what a row names, and says what hinders it, if anything does. */
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
