package jinbo.consumer.portal.remote;

import java.time.Duration;
import jinbo.accesslog.AccessLogAlarmException;
import jinbo.accesslog.AccessLogUnavailableException;
import jinbo.cases.CallComplaintError;
import jinbo.cases.CallComplaintException;
import jinbo.consumer.ConsentMissingException;
import jinbo.consumer.ConsumerServiceUnavailableException;
import jinbo.consumer.NoProofException;
import jinbo.consumer.TooManyRegistrationsException;
import jinbo.consumer.TooManyViewsException;
import jinbo.consumer.TransientDatabaseFailure;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerError;
import jinbo.participant.insurer.InsurerException;
import jinbo.reference.calendar.YearNotLoadedException;

/** Why a portal request failed, for the remote portal to throw again. Unexpected exceptions carry no details. */
sealed interface PortalRequestError {

    RuntimeException thrown();

    static PortalRequestError of(RuntimeException e) {
        if (e instanceof NoProofException) {
            return new NoProof();
        }
        if (e instanceof ConsentMissingException) {
            return new NoConsent();
        }
        if (e instanceof TooManyRegistrationsException) {
            return new TooMuchSaid();
        }
        if (e instanceof TooManyViewsException views) {
            return new TooMuchSeen(views.after());
        }
        if (e instanceof InsurerException unknown
                && unknown.error().code().equals(InsurerError.INSURER_UNKNOWN.code())) {
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
                        || e instanceof ConsumerServiceUnavailableException
                        || TransientDatabaseFailure.of(e).isPresent()
                ? new Closed()
                : new Failed();
    }

    record NoProof() implements PortalRequestError {
        @Override
        public RuntimeException thrown() {
            return new NoProofException();
        }
    }

    record NoConsent() implements PortalRequestError {
        @Override
        public RuntimeException thrown() {
            return new ConsentMissingException();
        }
    }

    record TooMuchSaid() implements PortalRequestError {
        @Override
        public RuntimeException thrown() {
            return new TooManyRegistrationsException();
        }
    }

    record TooMuchSeen(Duration after) implements PortalRequestError {
        @Override
        public RuntimeException thrown() {
            return new TooManyViewsException(after);
        }
    }

    record NoInsurer(InsurerCode code) implements PortalRequestError {
        @Override
        public RuntimeException thrown() {
            return new InsurerException(InsurerError.INSURER_UNKNOWN, code);
        }
    }

    record NoCalendar(int year, String version) implements PortalRequestError {
        @Override
        public RuntimeException thrown() {
            return new YearNotLoadedException(year, version);
        }
    }

    record NoComplaint(CallComplaintError fault) implements PortalRequestError {
        @Override
        public RuntimeException thrown() {
            return new CallComplaintException(fault);
        }
    }

    record Closed() implements PortalRequestError {
        @Override
        public RuntimeException thrown() {
            return new ConsumerServiceUnavailableException("the exchange cannot record anything now");
        }
    }

    record Failed() implements PortalRequestError {
        @Override
        public RuntimeException thrown() {
            return new IllegalStateException("The portal request failed in the exchange; see its log");
        }
    }
}
