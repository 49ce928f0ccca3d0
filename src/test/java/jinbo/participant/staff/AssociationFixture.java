package jinbo.participant.staff;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.platform.home.DatabaseKind;
import jinbo.platform.home.Home;
import jinbo.testing.CheapHashing;
import jinbo.testing.SettableClock;
import jinbo.testing.TestPeople;
import jinbo.testing.TestPerson;
import jinbo.testing.TestSlice;

/** An association with some people: this package and the access log on a database of their own. */
final class AssociationFixture implements AutoCloseable {

    static final Instant START =
            OffsetDateTime.parse("2026-11-24T09:00:00+08:00").toInstant();

    final SettableClock clock = new SettableClock(START.toString());
    final Home home;
    private final Path folder;
    private final TestSlice parts;
    private final Map<String, TestPerson> people = new HashMap<>();

    AssociationFixture(Path folder, DatabaseKind kind) {
        this.folder = folder;
        this.home = new Home(folder.resolve("home")).create();
        this.parts = new TestSlice(
                clock,
                beans -> {
                    CheapHashing.in(beans);
                    beans.registerBean(Home.class, () -> home);
                    beans.registerBean(DatabaseKind.class, () -> kind);
                    beans.registerBean(PersonSettings.class, () -> new PersonSettings(Duration.ofDays(14)));
                },
                "jinbo.participant.staff",
                "jinbo.accesslog");
    }

    <T> T bean(Class<T> type) {
        return parts.bean(type);
    }

    /** Registers a person with a new key. */
    TestPerson join(String name, Role role) {
        TestPerson person = people().joinUnsigned(name, role);
        people.put(name, person);
        return person;
    }

    void signs(String name) {
        people().sign(name);
    }

    void leaves(String name) {
        bean(Persons.class).revoke(new PersonName(name), "moved on", Actor.commandLine(), clock.instant());
    }

    IdentityClaim claim(String name) {
        return new IdentityClaim.ByKey(
                Optional.of(name), Optional.of(people.get(name).identity()));
    }

    Request asks(String name, Duty duty, List<Request.StoredFile> files) {
        Requests requests = bean(Requests.class);
        return requests.record(
                files.isEmpty() ? requests.nextId() : 1,
                List.of("some", "command"),
                Optional.empty(),
                duty,
                Optional.empty(),
                files,
                Optional.empty(),
                bean(Persons.class).get(new PersonName(name)).actor());
    }

    Request asks(String name, Duty duty) {
        return asks(name, duty, List.of());
    }

    /** The refusals in the access log, each as {@code actor action: outcome}. */
    List<String> refusals() {
        return parts.sql()
                .sql("select actor || ' ' || action || ': ' || outcome from access_log_entry"
                        + " where phase = 'REFUSAL' order by id")
                .query(String.class)
                .list();
    }

    /** The objects of the refusals in the access log. */
    List<String> refusedObjects() {
        return parts.sql()
                .sql("select object from access_log_entry where phase = 'REFUSAL' order by id")
                .query(String.class)
                .list();
    }

    private TestPeople people() {
        return new TestPeople(bean(Persons.class), clock, folder);
    }

    TestSlice parts() {
        return parts;
    }

    @Override
    public void close() {
        parts.close();
    }
}
