package jinbo.operator.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.operation.CommentedResult;
import jinbo.participant.staff.Person;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Role;

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
        return confidentialitySince.isEmpty() && revokedAt.isEmpty() ? Optional.of("no-agreement") : Optional.empty();
    }
}
