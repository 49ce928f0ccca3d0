package jinbo.participant.staff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jinbo.accesslog.DecisionRecords;
import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import jinbo.platform.files.OwnerOnlyFile;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The passwords with which people sign in to the console. Only hashes are stored, in the format of Spring Security. */
@Component
public class ConsolePasswords {

    /** The minimum length without a second factor (NIST SP 800-63B-4, section 3.1.1.2). */
    static final int SHORTEST = 15;

    /** The maximum length in bytes, because bcrypt ignores further bytes. */
    static final int MOST_BYTES = 72;

    private static final int ID_BYTES = 16;

    /** The record names no actor: only the person who signs in with a password can set it. */
    private static final RecordKind RECORD =
            RecordKind.of("password of", Part.row("person_password", "person", "person hash edition set_at:time"));

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final DecisionRecords records;
    private final Clock clock;
    private final PasswordEncoder encoder;

    /** Computed lazily, because most commands do not verify passwords. */
    private final Supplier<String> hashOfNobody;

    ConsolePasswords(JdbcClient jdbc, DecisionRecords records, Clock clock, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.records = records;
        this.clock = clock;
        this.encoder = encoder;
        this.hashOfNobody = SingletonSupplier.of(() -> encoder.encode("nobody has this password"));
    }

    /** Only tests replace this bean, because a real hash takes a tenth of a second of each sign-in. */
    @Bean
    @ConditionalOnMissingBean
    static PasswordEncoder consolePasswordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    static RecordKind passwordRecord() {
        return RECORD;
    }

    /**
     * Sets a person's password, which ends the person's sessions. Returns true if it replaces another password.
     *
     * @throws StaffException if it is too short or too long
     */
    public boolean set(PersonName person, String password) {
        requireFit(password);
        boolean replaces = edition(person).isPresent();
        records.record(
                RECORD,
                person.value(),
                () -> jdbc.sql("""
                insert into person_password (person, hash, set_at) values (?, ?, ?)
                on conflict (person) do update set hash = excluded.hash, edition = excluded.edition,
                    set_at = excluded.set_at
                """)
                        .params(
                                person.value(),
                                encoder.encode(password),
                                clock.instant().atOffset(ZoneOffset.UTC))
                        .update());
        return replaces;
    }

    /** Reads a password from a file that only its owner may read and write. */
    public String in(Path file) throws IOException {
        return new OwnerOnlyFile(file).readLine();
    }

    public boolean forget(PersonName person) {
        if (find(person).isEmpty()) {
            return false;
        }
        records.record(
                RECORD,
                person.value(),
                () -> jdbc.sql("delete from person_password where person = ?")
                        .param(person.value())
                        .update());
        return true;
    }

    Optional<UUID> edition(PersonName person) {
        return find(person).map(Kept::edition);
    }

    /** A new token that proves that a person has typed the current password in a browser. */
    String browserOf(PersonName person) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        String shown = HexFormat.of().formatHex(id);
        String hash = find(person).map(Kept::hash).orElseThrow(() -> new NotProvenException(NotProvenError.UNKNOWN));
        return shown + "." + signature(hash, person, shown);
    }

    /** True if {@link #browserOf} made the token for that person and the current password. */
    boolean isBrowserOf(PersonName person, String shown) {
        int dot = shown.indexOf('.');
        Optional<String> hash = find(person).map(Kept::hash);
        return dot == 2 * ID_BYTES
                && hash.isPresent()
                && MessageDigest.isEqual(
                        signature(hash.get(), person, shown.substring(0, dot)).getBytes(StandardCharsets.UTF_8),
                        shown.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    }

    /** Signs a token. The key is the hash of the password, which is not known to any browser. */
    private static String signature(String hash, PersonName person, String id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(hash.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(
                            ("a browser of " + person.value() + " " + id).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /** The edition of the stored password if it matches. The check takes as long for unknown people, too. */
    Optional<UUID> match(Optional<PersonName> person, String password) {
        Optional<Kept> kept = person.flatMap(this::find);
        String fit = password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES ? password : "";
        boolean matches = encoder.matches(fit, kept.map(Kept::hash).orElseGet(hashOfNobody));
        return kept.filter(any -> matches && !fit.isEmpty()).map(Kept::edition);
    }

    private record Kept(String hash, UUID edition) {}

    private Optional<Kept> find(PersonName person) {
        return jdbc.sql("select hash, edition from person_password where person = ?")
                .param(person.value())
                .query(Kept.class)
                .optional();
    }

    private static void requireFit(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new StaffException(StaffError.PASSWORD_TOO_SHORT, SHORTEST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new StaffException(StaffError.PASSWORD_TOO_LONG, MOST_BYTES);
        }
    }
}
