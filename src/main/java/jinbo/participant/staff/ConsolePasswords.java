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
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jinbo.accesslog.DecisionRecords;
import jinbo.platform.files.OwnerOnlyFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The passwords by which people sign in at the console; only their hashes are kept, in the form that Spring Security has. */
@Component
public class ConsolePasswords {

    /** NIST SP 800-63B-4, section 3.1.1.2, asks for 15 where there is no second factor. */
    static final int SHORTEST = 15;

    /** All that bcrypt looks at. */
    static final int MOST_BYTES = 72;

    private static final int ID_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final DecisionRecords records;
    private final Clock clock;
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private Optional<String> hashOfNobody = Optional.empty();

    ConsolePasswords(JdbcClient jdbc, DecisionRecords records, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Keeps a person's password; with one that was kept before nobody is signed in any more.
     *
     * @return whether it takes the place of another one
     * @throws StaffException if it is too short or too long
     */
    public boolean set(PersonName person, String password) {
        requireFit(password);
        boolean replaces = edition(person).isPresent();
        records.record(
                PersonRecords.PASSWORD,
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

    /**
     * Reads a password that somebody has put into a file; the end of its line is none of it.
     *
     * @throws jinbo.platform.files.OwnerOnlyFile.InsecurePermissionsException if others than the file's owner may read or write it
     */
    public String in(Path file) throws IOException {
        return new OwnerOnlyFile(file).readLine();
    }

    /** @return whether there was one */
    public boolean forget(PersonName person) {
        if (find(person).isEmpty()) {
            return false;
        }
        records.record(
                PersonRecords.PASSWORD,
                person.value(),
                () -> jdbc.sql("delete from person_password where person = ?")
                        .param(person.value())
                        .update());
        return true;
    }

    Optional<UUID> edition(PersonName person) {
        return find(person).map(Kept::edition);
    }

    /** Something that nobody else can make, for a browser in which a person has typed this password; another one each time. */
    String browserOf(PersonName person) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        String shown = HexFormat.of().formatHex(id);
        String hash = find(person).map(Kept::hash).orElseThrow(() -> new NotProvenException(NotProvenError.UNKNOWN));
        return shown + "." + signature(hash, person, shown);
    }

    /** Whether it was made by {@link #browserOf} for that person, under the password that is kept now. */
    boolean isBrowserOf(PersonName person, String shown) {
        int dot = shown.indexOf('.');
        Optional<String> hash = find(person).map(Kept::hash);
        return dot == 2 * ID_BYTES
                && hash.isPresent()
                && MessageDigest.isEqual(
                        signature(hash.get(), person, shown.substring(0, dot)).getBytes(StandardCharsets.UTF_8),
                        shown.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    }

    /** Under the hash of the password, which no browser has ever seen. */
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

    /** Which password it is, if it is the one that is kept; that takes as long whether or not there is such a person. */
    Optional<UUID> match(Optional<PersonName> person, String password) {
        Optional<Kept> kept = person.flatMap(this::find);
        String fit = password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES ? password : "";
        boolean matches = encoder.matches(fit, kept.map(Kept::hash).orElseGet(this::hashOfNobody));
        return kept.filter(any -> matches && !fit.isEmpty()).map(Kept::edition);
    }

    /**
     * @param hash with the name of its kind
     * @param edition another one for each password
     */
    private record Kept(String hash, UUID edition) {}

    /** Made when it is first asked for: most commands let nobody in. */
    private synchronized String hashOfNobody() {
        if (hashOfNobody.isEmpty()) {
            hashOfNobody = Optional.of(encoder.encode("nobody has this password"));
        }
        return hashOfNobody.get();
    }

    private Optional<Kept> find(PersonName person) {
        return jdbc.sql("select hash, edition from person_password where person = ?")
                .param(person.value())
                .query((row, number) -> new Kept(row.getString("hash"), row.getObject("edition", UUID.class)))
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
