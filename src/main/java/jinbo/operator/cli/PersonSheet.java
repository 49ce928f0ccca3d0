package jinbo.operator.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
        implements Answer {

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

    static void tell(Page page, List<PersonSheet> people) {
        page.table(
                "person full_name role confidentiality revoked_at fingerprint",
                people,
                person -> Page.cells(
                        person.name,
                        person.fullName,
                        person.role,
                        person.confidentialitySince,
                        person.revokedAt,
                        person.fingerprint));
    }

    @Override
    public void tell(Page page) {
        tell(page, List.of(this));
        if (confidentialitySince.isEmpty() && revokedAt.isEmpty()) {
            page.blank();
            page.say("person.no-agreement", name);
        }
    }
}
