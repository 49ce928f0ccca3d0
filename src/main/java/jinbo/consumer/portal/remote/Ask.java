package jinbo.consumer.portal.remote;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jinbo.cases.CallComplaint;
import jinbo.cases.CaseNumber;
import jinbo.cases.ToldCase;
import jinbo.consumer.ActReference;
import jinbo.consumer.CodeAsked;
import jinbo.consumer.CodeTyped;
import jinbo.consumer.Confirmation;
import jinbo.consumer.GivenWord;
import jinbo.consumer.OfferedInsurer;
import jinbo.consumer.PlannedChange;
import jinbo.consumer.ProvenNumber;
import jinbo.consumer.Registration;
import jinbo.consumer.RenewalAnswer;
import jinbo.consumer.Visitor;
import jinbo.consumer.messaging.ReceiptOutcome;
import jinbo.exchange.format.Term;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.Interval;

/**
 * What a portal elsewhere can have done, one kind for each call of the desk: nothing else goes through the hatch. A new call is a new record
 * here and a line in {@link RemoteDesk}. None is ever logged: they hold what a visitor has typed.
 *
 * @param <A> what is answered
 */
sealed interface Ask<A> {

    /** Has it done at the exchange. */
    A doneAt(Counters exchange);

    /** Stands where a call answers nothing. */
    record Done() {}

    record SendCode(String typed, Visitor from, Locale language) implements Ask<CodeAsked> {
        @Override
        public CodeAsked doneAt(Counters exchange) {
            return exchange.desk().sendCode(typed, from, language);
        }
    }

    record TypeCode(UUID challenge, Mobile mobile, String typed) implements Ask<CodeTyped> {
        @Override
        public CodeTyped doneAt(Counters exchange) {
            return exchange.desk().typeCode(challenge, mobile, typed);
        }
    }

    record ShowInsurers() implements Ask<List<OfferedInsurer>> {
        @Override
        public List<OfferedInsurer> doneAt(Counters exchange) {
            return exchange.desk().insurers();
        }
    }

    record DaysOf(Term term) implements Ask<Interval> {
        @Override
        public Interval doneAt(Counters exchange) {
            return exchange.desk().daysOf(term);
        }
    }

    record ShowRegistration(ProvenNumber number) implements Ask<Registration> {
        @Override
        public Registration doneAt(Counters exchange) {
            return exchange.desk().registration(number);
        }
    }

    record IfChosen(ProvenNumber number, ConsumerChoice choice) implements Ask<PlannedChange> {
        @Override
        public PlannedChange doneAt(Counters exchange) {
            return exchange.desk().ifChosen(number, choice);
        }
    }

    record Choose(ProvenNumber number, ConsumerChoice choice, Optional<String> consent, UUID request)
            implements Ask<GivenWord> {
        @Override
        public GivenWord doneAt(Counters exchange) {
            return exchange.desk().choose(number, choice, consent, request);
        }
    }

    record ShowRenewal(String token, Visitor from) implements Ask<RenewalAnswer> {
        @Override
        public RenewalAnswer doneAt(Counters exchange) {
            return exchange.desk().renewal(token, from);
        }
    }

    record Renew(String token, Optional<String> consent, UUID request, Visitor from) implements Ask<RenewalAnswer> {
        @Override
        public RenewalAnswer doneAt(Counters exchange) {
            return exchange.desk().renew(token, consent, request, from);
        }
    }

    record RequireProof(ProvenNumber number) implements Ask<Done> {
        @Override
        public Done doneAt(Counters exchange) {
            exchange.desk().requireProof(number);
            return new Done();
        }
    }

    record TakeConfirmation(ProvenNumber number, ActReference reference) implements Ask<Optional<Confirmation>> {
        @Override
        public Optional<Confirmation> doneAt(Counters exchange) {
            return exchange.desk().confirmation(number, reference);
        }
    }

    record Complain(ProvenNumber number, CallComplaint complaint, UUID request, Optional<String> consent)
            implements Ask<CaseNumber> {
        @Override
        public CaseNumber doneAt(Counters exchange) {
            return exchange.desk().complain(number, complaint, request, consent);
        }
    }

    record ShowComplaints(ProvenNumber number) implements Ask<List<ToldCase>> {
        @Override
        public List<ToldCase> doneAt(Counters exchange) {
            return exchange.desk().complaints(number);
        }
    }

    record ShowKey() implements Ask<String> {
        @Override
        public String doneAt(Counters exchange) {
            return exchange.desk().confirmationKey();
        }
    }

    record Leave(ProvenNumber number) implements Ask<Done> {
        @Override
        public Done doneAt(Counters exchange) {
            exchange.desk().leave(number);
            return new Done();
        }
    }

    record TellTurnedAway(int visitors) implements Ask<Done> {
        @Override
        public Done doneAt(Counters exchange) {
            exchange.desk().turnedAway(visitors);
            return new Done();
        }
    }

    record TakeReceipt(String gateway, String timestamp, String signature, byte[] body) implements Ask<ReceiptOutcome> {
        @Override
        public ReceiptOutcome doneAt(Counters exchange) {
            return exchange.receipts().take(gateway, timestamp, signature, body);
        }
    }
}
