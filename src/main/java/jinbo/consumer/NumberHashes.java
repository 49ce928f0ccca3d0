package jinbo.consumer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jinbo.accesslog.Subject;
import jinbo.accesslog.SubjectKeys;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import org.springframework.stereotype.Component;

/** What stands for a number where no number may stand: the access log's keyed hashes of it. */
@Component
record NumberHashes(SubjectKeys keys, Clock clock) {

    /** What is written for it today. */
    Subject today(Mobile mobile) {
        return keys.subjectOf(mobile.value(), BusinessTime.dateOf(clock.instant()));
    }

    /** Whatever may have been written for it, as long as the keys are there. */
    List<String> allHashes(Mobile mobile) {
        return keys.allSubjectsOf(mobile.value()).stream()
                .map(Subject::toString)
                .toList();
    }

    /** Whether something that was written of late stands for it. */
    boolean isOf(String written, Mobile mobile) {
        int epoch = Integer.parseInt(written, 0, written.indexOf(':'), 10);
        return keys.subjectOf(mobile.value(), LocalDate.of(epoch, 1, 1))
                .toString()
                .equals(written);
    }
}
