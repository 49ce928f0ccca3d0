package jinbo.operator.person;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.accesslog.Actor;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.SampleKeys;
import jinbo.operator.OperatorError;
import jinbo.operator.OperatorException;
import jinbo.operator.person.PersonOperations.AddPerson;
import jinbo.operator.person.PersonOperations.ListPeople;
import jinbo.operator.person.PersonOperations.RecordConfidentiality;
import jinbo.operator.person.PersonOperations.RevokePerson;
import jinbo.operator.person.PersonOperations.SetOwnPassword;
import jinbo.participant.operation.CommentedResult;
import jinbo.participant.operation.Derived;
import jinbo.participant.operation.Handles;
import jinbo.participant.operation.HiddenText;
import jinbo.participant.operation.OperationHandlers;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Previews;
import jinbo.participant.staff.AuthorizeCaller;
import jinbo.participant.staff.ConsolePasswords;
import jinbo.participant.staff.NotProvenError;
import jinbo.participant.staff.NotProvenException;
import jinbo.participant.staff.Person;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Persons;
import jinbo.participant.staff.Role;
import jinbo.platform.ssh.PublicKeyFiles;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.reference.calendar.BusinessTime;

/** Carries out the {@link PersonOperations}. */
@OperationHandlers
record PersonHandlers(Persons persons, ConsolePasswords passwords, SampleKeys sampleKeys, Clock clock) {

    record People(List<PersonSheet> people) {}

    @Handles
    People list(ListPeople input) {
        return new People(persons.all().stream().map(PersonSheet::of).toList());
    }

    @Previews
    Outline would(AddPerson input) throws IOException {
        Persons.NewPerson person = read(input);
        persons.check(person, persons.count());
        return Outline.of(
                "person-add",
                person.name(),
                person.fullName(),
                person.role(),
                person.key().fingerprint());
    }

    @Handles
    PersonSheet add(AddPerson input, AuthorizeCaller.Authorization authorization) throws IOException {
        return PersonSheet.of(persons.add(read(input), authorization.people(), authorization.actor(), clock.instant()));
    }

    private Persons.NewPerson read(AddPerson input) throws IOException {
        Path file = input.sshKey().path();
        Set<String> lines = PublicKeyFiles.read(List.of(file));
        if (lines.size() != 1) {
            throw new OperatorException(OperatorError.SEVERAL_SSH_KEYS, file);
        }
        SshPublicKey key = SshPublicKey.parse(lines.iterator().next());
        sampleKeys.refuse(List.of(key.fingerprint()), KeysError.LET_PERSON_MAKE_KEY, input.name());
        return new Persons.NewPerson(input.name(), input.fullName().strip(), input.role(), key);
    }

    @Previews
    Outline would(RecordConfidentiality input) {
        requireNotInFuture(input);
        return Outline.of("person-agree", persons.requireActive(input.name()).name(), input.confidentiality());
    }

    @Handles
    PersonSheet agree(RecordConfidentiality input, Actor by) {
        requireNotInFuture(input);
        return PersonSheet.of(persons.agree(input.name(), input.confidentiality(), by, clock.instant()));
    }

    private void requireNotInFuture(RecordConfidentiality input) {
        LocalDate today = BusinessTime.today(clock);
        if (input.confidentiality().isAfter(today)) {
            throw new OperatorException(
                    OperatorError.AGREEMENT_AHEAD, input.name().value(), today);
        }
    }

    @Previews
    Outline would(RevokePerson input) {
        persons.checkRevocation(input.name());
        return Outline.of(
                "person-revoke", input.name(), persons.get(input.name()).role());
    }

    @Handles
    PersonSheet revoke(RevokePerson input, Actor by) {
        return PersonSheet.of(persons.revoke(input.name(), input.reason().text(), by, clock.instant()));
    }

    @Handles
    OwnPasswordKept keep(SetOwnPassword input, Actor by, AuthorizeCaller.Authorization authorization)
            throws IOException {
        if (authorization.people() == 0) {
            throw new NotProvenException(NotProvenError.NOBODY_HAS_PASSWORD);
        }
        PersonName person = new PersonName(by.name());
        if (input.forget()) {
            return new OwnPasswordKept(person, false, passwords.forget(person));
        }
        String password = input.passwordFile().isPresent()
                ? passwords.in(input.passwordFile().get().path())
                : HiddenText.require(input.password(), "password").text();
        return new OwnPasswordKept(person, true, passwords.set(person, password));
    }

    record OwnPasswordKept(PersonName person, boolean kept, boolean replaced) {

        @Derived
        String outcome() {
            return kept ? "KEPT" : replaced ? "FORGOTTEN" : "NONE";
        }
    }

    record PersonSheet(
            PersonName name,
            String fullName,
            Role role,
            String fingerprint,
            Instant addedAt,
            Optional<LocalDate> confidentialitySince,
            Optional<Instant> revokedAt)
            implements CommentedResult {

        static PersonSheet of(Person person) {
            return new PersonSheet(
                    person.name(),
                    person.fullName(),
                    person.role(),
                    person.key().fingerprint(),
                    person.addedAt(),
                    person.confidentialitySince(),
                    person.revokedAt());
        }

        @Override
        public Optional<String> comment() {
            return confidentialitySince.isEmpty() && revokedAt.isEmpty()
                    ? Optional.of("no-agreement")
                    : Optional.empty();
        }
    }
}
