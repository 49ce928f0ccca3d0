package jinbo.consumer.portal.remote;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jinbo.cases.CallComplaint;
import jinbo.cases.CaseNumber;
import jinbo.cases.ConsumerCase;
import jinbo.consumer.CachedSupplier;
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
import jinbo.exchange.format.Term;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.Interval;

/** The service as a portal elsewhere has it: each call is a request through the request queue. */
final class RemoteConsumerService implements ConsumerService {

    private final PortalRequestSender answer;
    private final CachedSupplier<List<OfferedInsurer>> insurers;
    private final CachedSupplier<List<BusinessLine>> lines;
    private final CachedSupplier<String> confirmationKey;
    private final CachedSupplier<SupervisionReport> supervision;
    private final Map<Term, CachedSupplier<Interval>> days = new EnumMap<>(Term.class);

    RemoteConsumerService(PortalRequestSender answer) {
        this.answer = answer;
        this.insurers = new CachedSupplier<>(() -> answer.to(new PortalRequest.ShowInsurers()));
        this.lines = new CachedSupplier<>(() -> answer.to(new PortalRequest.ShowLines()));
        this.confirmationKey = new CachedSupplier<>(() -> answer.to(new PortalRequest.ShowKey()));
        this.supervision = new CachedSupplier<>(() -> answer.to(new PortalRequest.ShowSupervision()));
        for (Term term : Term.values()) {
            days.put(term, new CachedSupplier<>(() -> answer.to(new PortalRequest.DaysOf(term))));
        }
    }

    @Override
    public CodeRequestOutcome sendCode(String typed, Visitor from, Locale language) {
        return answer.to(new PortalRequest.SendCode(typed, from, language));
    }

    @Override
    public CodeCheckOutcome typeCode(UUID challenge, Mobile mobile, String typed) {
        return answer.to(new PortalRequest.TypeCode(challenge, mobile, typed));
    }

    @Override
    public List<OfferedInsurer> insurers() {
        return insurers.get();
    }

    @Override
    public List<BusinessLine> lines() {
        return lines.get();
    }

    @Override
    public Interval daysOf(Term term) {
        return Objects.requireNonNull(days.get(term)).get();
    }

    @Override
    public NumberStatus registration(ProvenNumber number) {
        return answer.to(new PortalRequest.ShowRegistration(number));
    }

    @Override
    public PlannedChange previewChoice(ProvenNumber number, ConsumerChoice choice) {
        return answer.to(new PortalRequest.IfChosen(number, choice));
    }

    @Override
    public ConsumerRegistration choose(
            ProvenNumber number, ConsumerChoice choice, Optional<String> consent, UUID request) {
        return answer.to(new PortalRequest.Choose(number, choice, consent, request));
    }

    @Override
    public RenewalOutcome renewal(String token, Visitor from) {
        return answer.to(new PortalRequest.ShowRenewal(token, from));
    }

    @Override
    public Optional<RenewalOutcome.Offer> renewal(ProvenNumber number) {
        return answer.to(new PortalRequest.ShowOwnRenewal(number));
    }

    @Override
    public Optional<ConsumerRegistration> renew(ProvenNumber number, Optional<String> consent, UUID request) {
        return answer.to(new PortalRequest.RenewOwn(number, consent, request));
    }

    @Override
    public RenewalOutcome renew(String token, Optional<String> consent, UUID request, Visitor from) {
        return answer.to(new PortalRequest.Renew(token, consent, request, from));
    }

    @Override
    public void requireProof(ProvenNumber number) {
        answer.to(new PortalRequest.RequireProof(number));
    }

    @Override
    public Optional<Confirmation> confirmation(ProvenNumber number, RegistrationReference reference) {
        return answer.to(new PortalRequest.TakeConfirmation(number, reference));
    }

    @Override
    public CaseNumber complain(ProvenNumber number, CallComplaint complaint, UUID request, Optional<String> consent) {
        return answer.to(new PortalRequest.Complain(number, complaint, request, consent));
    }

    @Override
    public List<ConsumerCase> complaints(ProvenNumber number) {
        return answer.to(new PortalRequest.ShowComplaints(number));
    }

    @Override
    public boolean withdrawComplaint(ProvenNumber number, CaseNumber complaint) {
        return answer.to(new PortalRequest.Withdraw(number, complaint));
    }

    @Override
    public boolean supplementComplaint(ProvenNumber number, CaseNumber complaint, String words) {
        return answer.to(new PortalRequest.Supplement(number, complaint, words));
    }

    @Override
    public boolean sendMessages(ProvenNumber number, CaseNumber complaint, boolean wanted) {
        return answer.to(new PortalRequest.SendMessages(number, complaint, wanted));
    }

    @Override
    public String confirmationKey() {
        return confirmationKey.get();
    }

    @Override
    public SupervisionReport supervision() {
        return supervision.get();
    }

    @Override
    public void leave(ProvenNumber number) {
        answer.to(new PortalRequest.Leave(number));
    }

    @Override
    public void countRejected(int visitors) {
        answer.to(new PortalRequest.TellTurnedAway(visitors));
    }
}
