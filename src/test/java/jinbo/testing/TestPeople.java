package jinbo.testing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import jinbo.accesslog.Actor;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Persons;
import jinbo.participant.staff.Role;

/** People who join with keys of their own, without a command and without anybody who confirms it. */
public final class TestPeople {

    private static final LocalDate SIGNED = LocalDate.of(2012, 1, 1);

    private final Persons persons;
    private final Clock clock;
    private final Path folder;

    /** @param folder where their keys lie */
    public TestPeople(Persons persons, Clock clock, Path folder) {
        this.persons = persons;
        this.clock = clock;
        this.folder = folder;
    }

    /** The people of an exchange. */
    public TestPeople(TestExchange exchange, Path folder) {
        this(exchange.bean(Persons.class), exchange.clock(), folder);
    }

    /** Somebody joins, with a confidentiality agreement. The first two are key officers. */
    public TestPerson join(String name, Role role) {
        return join(name, name, role);
    }

    /** The same with a full name. */
    public TestPerson join(String name, String fullName, Role role) {
        TestPerson person = joinUnsigned(name, fullName, role);
        sign(name);
        return person;
    }

    /** The key officers li and wang join, with whom an association begins. */
    public void joinOfficers() {
        join("li", Role.KEY_OFFICER);
        join("wang", Role.KEY_OFFICER);
    }

    /** Somebody joins, without a confidentiality agreement. */
    public TestPerson joinUnsigned(String name, Role role) {
        return joinUnsigned(name, name, role);
    }

    /** Somebody signs a confidentiality agreement. */
    public void sign(String name) {
        persons.agree(new PersonName(name), SIGNED, Actor.commandLine(), clock.instant());
    }

    private TestPerson joinUnsigned(String name, String fullName, Role role) {
        TestPerson person = TestPerson.withKeyIn(folder, name);
        persons.add(
                new Persons.NewPerson(new PersonName(name), fullName, role, person.key()),
                persons.count(),
                Actor.commandLine(),
                clock.instant());
        return person;
    }
}
