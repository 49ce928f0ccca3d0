package jinbo.registry;

import java.util.HexFormat;
import java.util.List;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Subject;
import jinbo.accesslog.SubjectKeys;
import jinbo.reference.phone.Mobile;
import org.springframework.stereotype.Component;

/** Recognizes numbers that were erased, provided that the keys of their hashes still exist. */
@Component
public record ErasedNumbers(ReadOnlyNumberAccess numbers, SubjectKeys keys) {

    private static final String KNOWN = """
            select exists (select from registration_row r join unnest(?, ?) as s (epoch, hash)
                                  on r.subject = s.hash and r.subject_epoch = s.epoch)
            """;

    /** True if the number was erased. False also for an erased number if the key of its hash is destroyed. */
    public boolean isKnown(AccessPermit permit, Mobile mobile) {
        List<Subject> subjects = keys.allSubjectsOf(mobile.value());
        Integer[] epochs = subjects.stream().map(Subject::epoch).toArray(Integer[]::new);
        byte[][] hashes = subjects.stream()
                .map(subject -> HexFormat.of().parseHex(subject.hmac()))
                .toArray(byte[][]::new);
        return numbers.read(
                permit,
                connection -> NumberSql.query(connection, KNOWN, (row, number) -> row.getBoolean(1), epochs, hashes)
                        .get(0));
    }
}
