package jinbo.participant.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DecisionRecords;
import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import jinbo.platform.ssh.SshPublicKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The staff of the association. Records about them are appended, never changed. */
@Component
public class Persons {

    /** How many key officers there must be: two of them admit people, so the first two people are key officers. */
    private static final int QUORUM = 2;

    /** Without keys on tokens, which cannot be read from a file, and DSA, which is too weak. */
    private static final Set<String> KEY_TYPES = Set.of(
            KeyPairProvider.SSH_ED25519,
            KeyPairProvider.ECDSA_SHA2_NISTP256,
            KeyPairProvider.ECDSA_SHA2_NISTP384,
            KeyPairProvider.ECDSA_SHA2_NISTP521,
            KeyPairProvider.SSH_RSA);

    /** The default of ssh-keygen, and the minimum of NIST SP 800-57 beyond 2030. */
    private static final int RSA_BITS = 3072;

    private static final String ALL = """
            select p.*, r.revoked_at,
                   (select a.confidentiality_since from person_agreement a
                    where a.person = p.name order by a.id desc limit 1) as confidentiality_since
            from person p left join person_revocation r on r.person = p.name
            """;

    private static final RecordKind RECORD = RecordKind.of(
            "person",
            Part.row("person", "name", "number name full_name role ssh_key added_at:time added_by confirmed_by"),
            Part.rows(
                    "person_agreement",
                    "person",
                    "id",
                    "id person confidentiality_since:date recorded_at:time recorded_by confirmed_by"),
            Part.row("person_revocation", "person", "person reason revoked_at:time revoked_by confirmed_by"));

    private final JdbcClient jdbc;
    private final DecisionRecords records;

    Persons(JdbcClient jdbc, DecisionRecords records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    @Bean
    static RecordKind personRecord() {
        return RECORD;
    }

    /** How many people there are, including revoked people. */
    public int count() {
        return jdbc.sql("select count(*) from person").query(Integer.class).single();
    }

    public Optional<Person> find(PersonName name) {
        return jdbc.sql(ALL + " where p.name = ?")
                .param(name.value())
                .query(Persons::person)
                .optional();
    }

    Optional<Person> findByInput(String typed) {
        try {
            return find(new PersonName(typed));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    /** @throws StaffException if there is no such person; the message lists the existing people */
    public Person get(PersonName name) {
        return find(name)
                .orElseThrow(() -> new StaffException(
                        StaffError.PERSON_UNKNOWN,
                        name,
                        all().stream().map(Person::name).toList()));
    }

    public List<Person> all() {
        return jdbc.sql(ALL + " order by p.number").query(Persons::person).list();
    }

    /** @param before how many people there were at the authorization; throws if another was added since */
    public Person add(NewPerson person, int before, Actor by, Instant at) {
        check(person, before);
        try {
            records.record(
                    RECORD,
                    person.name().value(),
                    by,
                    () -> jdbc.sql("""
                    insert into person (number, name, full_name, role, ssh_key, added_at, added_by, confirmed_by)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                            .params(
                                    before + 1,
                                    person.name().value(),
                                    person.fullName(),
                                    person.role().name(),
                                    person.key().line(""),
                                    at.atOffset(ZoneOffset.UTC),
                                    by.name(),
                                    by.confirmedBy().orElse(null))
                            .update());
        } catch (DuplicateKeyException raced) {
            check(person, before);
            throw new StaffException(StaffError.OVERTAKEN);
        }
        return get(person.name());
    }

    /** Checks that the key is strong, name and key are new, and the first people are key officers. */
    public void check(NewPerson person, int before) {
        requireStrongKey(person.key());
        if (find(person.name()).isPresent()) {
            throw new StaffException(StaffError.PERSON_EXISTS, person.name());
        }
        all().stream()
                .filter(other -> other.key().line("").equals(person.key().line("")))
                .findFirst()
                .ifPresent(holder -> {
                    throw new StaffException(StaffError.KEY_TAKEN, holder.name());
                });
        requireQuorumToAdd(person.role(), before);
    }

    @Transactional
    public Person agree(PersonName name, LocalDate since, Actor by, Instant at) {
        lock("pg_advisory_xact_lock");
        requireActive(name);
        records.record(
                RECORD,
                name.value(),
                by,
                () -> jdbc.sql("""
                insert into person_agreement (person, confidentiality_since, recorded_at, recorded_by, confirmed_by)
                values (?, ?, ?, ?, ?)
                """)
                        .params(
                                name.value(),
                                since,
                                at.atOffset(ZoneOffset.UTC),
                                by.name(),
                                by.confirmedBy().orElse(null))
                        .update());
        return get(name);
    }

    /** Revokes a person for good; the person's unconfirmed requests become void. */
    @Transactional
    public Person revoke(PersonName name, String reason, Actor by, Instant at) {
        // serialized: two concurrent revocations could leave too few key officers
        lock("pg_advisory_xact_lock");
        checkRevocation(name);
        try {
            records.record(
                    RECORD,
                    name.value(),
                    by,
                    () -> jdbc.sql("""
                    insert into person_revocation (person, reason, revoked_at, revoked_by, confirmed_by)
                    values (?, ?, ?, ?, ?)
                    """)
                            .params(
                                    name.value(),
                                    reason,
                                    at.atOffset(ZoneOffset.UTC),
                                    by.name(),
                                    by.confirmedBy().orElse(null))
                            .update());
        } catch (DuplicateKeyException already) {
            throw new StaffException(StaffError.PERSON_REVOKED, name);
        }
        return get(name);
    }

    /** Prevents revocations and changes of agreements until the transaction ends. */
    void lockAuthorizations() {
        lock("pg_advisory_xact_lock_shared");
    }

    private void lock(String function) {
        jdbc.sql("select " + function + "(hashtext('person_revocation'))")
                .query()
                .listOfRows();
    }

    /** @throws StaffException if the person is unknown or revoked, or if too few key officers would remain */
    public void checkRevocation(PersonName name) {
        requireQuorumToRemove(requireActive(name), all());
    }

    public Person requireActive(PersonName name) {
        Person person = get(name);
        if (!person.isActive()) {
            throw new StaffException(StaffError.PERSON_REVOKED, name);
        }
        return person;
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonName(row.getString("name")),
                row.getString("full_name"),
                Role.valueOf(row.getString("role")),
                SshPublicKey.parse(row.getString("ssh_key")),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("confidentiality_since", LocalDate.class)),
                Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    public record NewPerson(PersonName name, String fullName, Role role, SshPublicKey key) {}

    private static void requireStrongKey(SshPublicKey key) {
        String kind = KeyUtils.getKeyType(key.key());
        int bits = KeyUtils.getKeySize(key.key());
        if (!KEY_TYPES.contains(kind) || (kind.equals(KeyPairProvider.SSH_RSA) && bits < RSA_BITS)) {
            throw new StaffException(StaffError.KEY_TOO_WEAK, kind, bits);
        }
    }

    private static void requireQuorumToAdd(Role role, int before) {
        if (before < QUORUM && role != Role.KEY_OFFICER) {
            throw new StaffException(StaffError.FIRST_ARE_KEY_OFFICERS);
        }
    }

    private static void requireQuorumToRemove(Person leaving, List<Person> all) {
        long left = all.stream()
                .filter(person -> person.isActive() && person.role() == Role.KEY_OFFICER)
                .filter(person -> !person.name().equals(leaving.name()))
                .count();
        if (leaving.role() == Role.KEY_OFFICER && left < QUORUM) {
            throw new StaffException(StaffError.TOO_FEW_KEY_OFFICERS, leaving.name());
        }
    }
}
