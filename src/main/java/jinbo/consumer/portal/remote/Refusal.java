package jinbo.consumer.portal.remote;

import java.time.Duration;
import jinbo.accesslog.AccessLogAlarmException;
import jinbo.accesslog.AccessLogUnavailableException;
import jinbo.cases.CallComplaintException;
import jinbo.cases.CallFault;
import jinbo.consumer.ConsentMissingException;
import jinbo.consumer.DeskAwayException;
import jinbo.consumer.NoProofException;
import jinbo.consumer.TooManyViewsException;
import jinbo.consumer.TooManyWordsException;
import jinbo.consumer.WhyAway;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerException;
import jinbo.reference.calendar.YearNotLoadedException;

/** Why something was not done that was asked: what the desk is known to throw, and of anything else no word. */
sealed interface Refusal {

    /** As the portal has it thrown. */
    RuntimeException thrown();

    /** Of what the desk has thrown. */
    static Refusal of(RuntimeException e) {
        if (e instanceof NoProofException) {
            return new NoProof();
        }
        if (e instanceof ConsentMissingException) {
            return new NoConsent();
        }
        if (e instanceof TooManyWordsException) {
            return new TooMuchSaid();
        }
        if (e instanceof TooManyViewsException views) {
            return new TooMuchSeen(views.after());
        }
        if (e instanceof InsurerException.Unknown unknown) {
            return new NoInsurer(unknown.code());
        }
        if (e instanceof YearNotLoadedException year) {
            return new NoCalendar(year.year(), year.version());
        }
        if (e instanceof CallComplaintException complaint) {
            return new NoComplaint(complaint.fault());
        }
        return e instanceof AccessLogUnavailableException
                        || e instanceof AccessLogAlarmException
                        || e instanceof DeskAwayException
                        || WhyAway.of(e).isPresent()
                ? new Closed()
                : new Failed();
    }

    record NoProof() implements Refusal {
        @Override
        public RuntimeException thrown() {
            return new NoProofException();
        }
    }

    record NoConsent() implements Refusal {
        @Override
        public RuntimeException thrown() {
            return new ConsentMissingException();
        }
    }

    record TooMuchSaid() implements Refusal {
        @Override
        public RuntimeException thrown() {
            return new TooManyWordsException();
        }
    }

    record TooMuchSeen(Duration after) implements Refusal {
        @Override
        public RuntimeException thrown() {
            return new TooManyViewsException(after);
        }
    }

    record NoInsurer(InsurerCode code) implements Refusal {
        @Override
        public RuntimeException thrown() {
            return InsurerException.Unknown.elsewhere(code);
        }
    }

    record NoCalendar(int year, String version) implements Refusal {
        @Override
        public RuntimeException thrown() {
            return new YearNotLoadedException(year, version);
        }
    }

    record NoComplaint(CallFault fault) implements Refusal {
        @Override
        public RuntimeException thrown() {
            return new CallComplaintException(fault);
        }
    }

    /** Nothing can be recorded, so nothing is shown. */
    record Closed() implements Refusal {
        @Override
        public RuntimeException thrown() {
            return new DeskAwayException("the exchange can record nothing now");
        }
    }

    record Failed() implements Refusal {
        @Override
        public RuntimeException thrown() {
            return new IllegalStateException("The exchange has failed at what was asked; its log says how");
        }
    }
}
