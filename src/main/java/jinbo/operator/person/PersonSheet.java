package jinbo.operator.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.participant.operation.Commented;
import jinbo.participant.staff.Person;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Role;

/**
 * What is recorded about a person.
 *
 * @param name the short name
 * @param fullName as on the agreement
 * @param role what it may do
 * @param fingerprint of its SSH key
 * @param addedAt since when it is known
 * @param confidentialitySince first day of the confidentiality agreement
 * @param revokedAt since when it acts no longer
 */
record PersonSheet(
        PersonName name,
        String fullName,
        Role role,
        String fingerprint,
        Instant addedAt,
        Optional<LocalDate> confidentialitySince,
        Optional<Instant> revokedAt)
        implements Commented {

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
