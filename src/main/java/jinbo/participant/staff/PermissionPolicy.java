package jinbo.participant.staff;

import java.time.Clock;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

/** What a person may: by its role, and by its confidentiality agreement where numbers are seen (rule 8). */
@Component
record PermissionPolicy(Clock clock) {

    /** @throws NotPermittedException if the person may not */
    void require(Person person, Duty duty) {
        if (!duty.roles().contains(person.role())) {
            throw new NotPermittedException(StaffError.ROLE_NOT_PERMITTED, person.name(), person.role(), duty.roles());
        }
        if (duty.disclosesNumbers() && !person.isBound(BusinessTime.dateOf(clock.instant()))) {
            throw new NotPermittedException(StaffError.NO_CONFIDENTIALITY_AGREEMENT, person.name());
        }
    }
}
