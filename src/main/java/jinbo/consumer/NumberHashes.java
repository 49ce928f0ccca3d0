package jinbo.consumer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jinbo.accesslog.Subject;
import jinbo.accesslog.SubjectKeys;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import org.springframework.stereotype.Component;

/** Computes the keyed hashes of numbers that the access log uses. */
@Component
record NumberHashes(SubjectKeys keys, Clock clock) {

    Subject today(Mobile mobile) {
        return keys.subjectOf(mobile.value(), BusinessTime.today(clock));
    }

    /** Returns the hashes of a number, one for each key that still exists. */
    List<String> allHashes(Mobile mobile) {
        return keys.allSubjectsOf(mobile.value()).stream()
                .map(Subject::toString)
                .toList();
    }

    boolean isOf(String written, Mobile mobile) {
        int epoch = Integer.parseInt(written, 0, written.indexOf(':'), 10);
        return keys.subjectOf(mobile.value(), LocalDate.of(epoch, 1, 1))
                .toString()
                .equals(written);
    }
}
