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
import jinbo.platform.ssh.SshPublicKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who act. What is recorded about them is appended, never changed. */
@Component
public class Persons {

    /** Key officers say who acts, two at a time: so the first two people are key officers, and there are never fewer again. */
    private static final int QUORUM = 2;

    /** Keys on a token cannot be read from a file, and DSA is too weak. */
    private static final Set<String> KEY_TYPES = Set.of(
            KeyPairProvider.SSH_ED25519,
            KeyPairProvider.ECDSA_SHA2_NISTP256,
            KeyPairProvider.ECDSA_SHA2_NISTP384,
            KeyPairProvider.ECDSA_SHA2_NISTP521,
            KeyPairProvider.SSH_RSA);

    /** What ssh-keygen makes of its own accord, and NIST SP 800-57 asks for beyond 2030. */
    private static final int RSA_BITS = 3072;

    private static final String ALL = """
            select p.*, r.revoked_at,
                   (select a.confidentiality_since from person_agreement a
                    where a.person = p.name order by a.id desc limit 1) as confidentiality_since
            from person p left join person_revocation r on r.person = p.name
            """;

    private final JdbcClient jdbc;
    private final DecisionRecords records;

    Persons(JdbcClient jdbc, DecisionRecords records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /** How many there are or were. */
    public int count() {
        return jdbc.sql("select count(*) from person").query(Integer.class).single();
    }

    /** The person of this name, active or not. */
    public Optional<Person> find(PersonName name) {
        return jdbc.sql(ALL + " where p.name = ?")
                .param(name.value())
                .query(Persons::person)
                .optional();
    }

    /** A person by what was typed as its name, which may be anything. */
    Optional<Person> findAnyName(String typed) {
        try {
            return find(new PersonName(typed));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    /** @throws StaffException if there is none, naming those that exist */
    public Person get(PersonName name) {
        return find(name)
                .orElseThrow(() -> new StaffException(
                        StaffError.PERSON_UNKNOWN,
                        name,
                        all().stream().map(Person::name).toList()));
    }

    /** All, in order of arrival. */
    public List<Person> all() {
        return jdbc.sql(ALL + " order by p.number").query(Persons::person).list();
    }

    /**
     * Adds a person, who has no confidentiality agreement yet.
     *
     * @param before how many people there were when it was judged whether this may be done
     * @throws StaffException if the name or the key is taken or the key too weak, if the first two people are not both key
     *     officers, or if somebody else was added meanwhile
     */
    public Person add(NewPerson person, int before, Actor by, Instant at) {
        check(person, before);
        try {
            records.record(
                    PersonRecords.PERSON,
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

    /** @throws StaffException if not */
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

    /** Records since when a person is bound by a confidentiality agreement. */
    @Transactional
    public Person agree(PersonName name, LocalDate since, Actor by, Instant at) {
        lock("pg_advisory_xact_lock");
        requireActive(name);
        records.record(
                PersonRecords.PERSON,
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

    /** Lets a person act no longer, for good; what it has asked for and nobody has confirmed is void. */
    @Transactional
    public Person revoke(PersonName name, String reason, Actor by, Instant at) {
        // one after the other, or two might each leave enough and both together too few
        lock("pg_advisory_xact_lock");
        checkRevocation(name);
        try {
            records.record(
                    PersonRecords.PERSON,
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

    /** Until the transaction ends, nobody is revoked, and no agreement changes: what is decided in it is decided by people who may. */
    void holdStanding() {
        lock("pg_advisory_xact_lock_shared");
    }

    private void lock(String function) {
        jdbc.sql("select " + function + "(hashtext('person_revocation'))")
                .query()
                .listOfRows();
    }

    /** @throws StaffException if there is no such person to revoke, or too few key officers would be left */
    public void checkRevocation(PersonName name) {
        requireQuorumToRemove(requireActive(name), all());
    }

    /** @throws StaffException if there is no such person, or it acts no longer */
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

    /** Whether enough of all people are left when one of them goes. */
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
