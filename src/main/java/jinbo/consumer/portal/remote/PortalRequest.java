package jinbo.consumer.portal.remote;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jinbo.cases.CallComplaint;
import jinbo.cases.CaseNumber;
import jinbo.cases.ConsumerCase;
import jinbo.consumer.CodeCheckOutcome;
import jinbo.consumer.CodeRequestOutcome;
import jinbo.consumer.Confirmation;
import jinbo.consumer.ConsumerRegistration;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.NumberStatus;
import jinbo.consumer.OfferedInsurer;
import jinbo.consumer.PlannedChange;
import jinbo.consumer.ProvenNumber;
import jinbo.consumer.RegistrationReference;
import jinbo.consumer.RenewalOutcome;
import jinbo.consumer.SupervisionReport;
import jinbo.consumer.Visitor;
import jinbo.consumer.messaging.DeliveryReceipts;
import jinbo.exchange.format.Term;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.Interval;

/**
 * What a portal elsewhere can have done, one kind for each call of the service: nothing else goes through the request queue. A new call is a new record
 * here and a line in {@link RemoteConsumerService}. None is ever logged: they hold what a visitor has typed.
 */
sealed interface PortalRequest<A> {

    A execute(Services exchange);

    /** Stands where a call answers nothing. */
    record Done() {}

    record SendCode(String typed, Visitor from, Locale language) implements PortalRequest<CodeRequestOutcome> {
        @Override
        public CodeRequestOutcome execute(Services exchange) {
            return exchange.service().sendCode(typed, from, language);
        }
    }

    record TypeCode(UUID challenge, Mobile mobile, String typed) implements PortalRequest<CodeCheckOutcome> {
        @Override
        public CodeCheckOutcome execute(Services exchange) {
            return exchange.service().typeCode(challenge, mobile, typed);
        }
    }

    record ShowInsurers() implements PortalRequest<List<OfferedInsurer>> {
        @Override
        public List<OfferedInsurer> execute(Services exchange) {
            return exchange.service().insurers();
        }
    }

    record ShowLines() implements PortalRequest<List<BusinessLine>> {
        @Override
        public List<BusinessLine> execute(Services exchange) {
            return exchange.service().lines();
        }
    }

    record DaysOf(Term term) implements PortalRequest<Interval> {
        @Override
        public Interval execute(Services exchange) {
            return exchange.service().daysOf(term);
        }
    }

    record ShowRegistration(ProvenNumber number) implements PortalRequest<NumberStatus> {
        @Override
        public NumberStatus execute(Services exchange) {
            return exchange.service().registration(number);
        }
    }

    record IfChosen(ProvenNumber number, ConsumerChoice choice) implements PortalRequest<PlannedChange> {
        @Override
        public PlannedChange execute(Services exchange) {
            return exchange.service().previewChoice(number, choice);
        }
    }

    record Choose(ProvenNumber number, ConsumerChoice choice, Optional<String> consent, UUID request)
            implements PortalRequest<ConsumerRegistration> {
        @Override
        public ConsumerRegistration execute(Services exchange) {
            return exchange.service().choose(number, choice, consent, request);
        }
    }

    record ShowRenewal(String token, Visitor from) implements PortalRequest<RenewalOutcome> {
        @Override
        public RenewalOutcome execute(Services exchange) {
            return exchange.service().renewal(token, from);
        }
    }

    record ShowOwnRenewal(ProvenNumber number) implements PortalRequest<Optional<RenewalOutcome.Offer>> {
        @Override
        public Optional<RenewalOutcome.Offer> execute(Services exchange) {
            return exchange.service().renewal(number);
        }
    }

    record RenewOwn(ProvenNumber number, Optional<String> consent, UUID request)
            implements PortalRequest<Optional<ConsumerRegistration>> {
        @Override
        public Optional<ConsumerRegistration> execute(Services exchange) {
            return exchange.service().renew(number, consent, request);
        }
    }

    record Renew(String token, Optional<String> consent, UUID request, Visitor from)
            implements PortalRequest<RenewalOutcome> {
        @Override
        public RenewalOutcome execute(Services exchange) {
            return exchange.service().renew(token, consent, request, from);
        }
    }

    record RequireProof(ProvenNumber number) implements PortalRequest<Done> {
        @Override
        public Done execute(Services exchange) {
            exchange.service().requireProof(number);
            return new Done();
        }
    }

    record TakeConfirmation(ProvenNumber number, RegistrationReference reference)
            implements PortalRequest<Optional<Confirmation>> {
        @Override
        public Optional<Confirmation> execute(Services exchange) {
            return exchange.service().confirmation(number, reference);
        }
    }

    record Complain(ProvenNumber number, CallComplaint complaint, UUID request, Optional<String> consent)
            implements PortalRequest<CaseNumber> {
        @Override
        public CaseNumber execute(Services exchange) {
            return exchange.service().complain(number, complaint, request, consent);
        }
    }

    record ShowComplaints(ProvenNumber number) implements PortalRequest<List<ConsumerCase>> {
        @Override
        public List<ConsumerCase> execute(Services exchange) {
            return exchange.service().complaints(number);
        }
    }

    record Withdraw(ProvenNumber number, CaseNumber complaint) implements PortalRequest<Boolean> {
        @Override
        public Boolean execute(Services exchange) {
            return exchange.service().withdrawComplaint(number, complaint);
        }
    }

    record Supplement(ProvenNumber number, CaseNumber complaint, String words) implements PortalRequest<Boolean> {
        @Override
        public Boolean execute(Services exchange) {
            return exchange.service().supplementComplaint(number, complaint, words);
        }
    }

    record SendMessages(ProvenNumber number, CaseNumber complaint, boolean wanted) implements PortalRequest<Boolean> {
        @Override
        public Boolean execute(Services exchange) {
            return exchange.service().sendMessages(number, complaint, wanted);
        }
    }

    record ShowKey() implements PortalRequest<String> {
        @Override
        public String execute(Services exchange) {
            return exchange.service().confirmationKey();
        }
    }

    record ShowSupervision() implements PortalRequest<SupervisionReport> {
        @Override
        public SupervisionReport execute(Services exchange) {
            return exchange.service().supervision();
        }
    }

    record Leave(ProvenNumber number) implements PortalRequest<Done> {
        @Override
        public Done execute(Services exchange) {
            exchange.service().leave(number);
            return new Done();
        }
    }

    record TellTurnedAway(int visitors) implements PortalRequest<Done> {
        @Override
        public Done execute(Services exchange) {
            exchange.service().countRejected(visitors);
            return new Done();
        }
    }

    record TakeReceipt(String gateway, String timestamp, String signature, byte[] body)
            implements PortalRequest<DeliveryReceipts.Outcome> {
        @Override
        public DeliveryReceipts.Outcome execute(Services exchange) {
            return exchange.receipts().take(gateway, timestamp, signature, body);
        }
    }

    /** Where at the exchange something can be had done for the portal. */
    record Services(ConsumerService service, DeliveryReceipts receipts) {}
}
