package jinbo.operator.answer;

import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jinbo.cases.Salesperson;
import jinbo.operator.cases.EvidenceSha256;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.OperationFile;
import jinbo.participant.operation.OperationNumber;
import jinbo.participant.operation.Reason;
import jinbo.participant.operation.SecretFile;
import jinbo.reference.business.LineCode;

/** The labels of values in help and error messages, by type. */
public final class ValueLabel {

    private static final Map<Class<?>, String> LABELS = Map.ofEntries(
            Map.entry(AccessPurpose.class, "TEXT"),
            Map.entry(EvidenceSha256.class, "SHA256"),
            Map.entry(InsurerCode.class, "CODE"),
            Map.entry(LineCode.class, "LINE"),
            Map.entry(LocalDate.class, "DATE"),
            Map.entry(Moment.class, "TIME"),
            Map.entry(OperationFile.class, "FILE"),
            Map.entry(OperationNumber.class, "MOBILE"),
            Map.entry(Reason.class, "TEXT"),
            Map.entry(Salesperson.class, "SIGN"),
            Map.entry(SecretFile.class, "FILE"),
            Map.entry(String.class, "TEXT"),
            Map.entry(UnitCode.class, "UNIT"),
            Map.entry(URI.class, "URL"));

    private ValueLabel() {}

    public static Optional<String> find(Class<?> type) {
        return Optional.ofNullable(LABELS.get(type));
    }

    public static String of(Class<?> type) {
        return find(type).orElseGet(() -> type.getSimpleName().toUpperCase(Locale.ROOT));
    }
}
