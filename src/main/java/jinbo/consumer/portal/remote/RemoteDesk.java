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
import jinbo.cases.ToldCase;
import jinbo.consumer.ActReference;
import jinbo.consumer.CodeAsked;
import jinbo.consumer.CodeTyped;
import jinbo.consumer.Confirmation;
import jinbo.consumer.ConsumerDesk;
import jinbo.consumer.GivenWord;
import jinbo.consumer.OfferedInsurer;
import jinbo.consumer.PlannedChange;
import jinbo.consumer.ProvenNumber;
import jinbo.consumer.Registration;
import jinbo.consumer.RenewalAnswer;
import jinbo.consumer.SameForAll;
import jinbo.consumer.Visitor;
import jinbo.exchange.format.Term;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.Interval;

/** The desk as a portal elsewhere has it: each call is an ask through the hatch. */
final class RemoteDesk implements ConsumerDesk {

    private final AwaitAnswer answer;
    private final SameForAll<List<OfferedInsurer>> insurers;
    private final SameForAll<String> confirmationKey;
    private final Map<Term, SameForAll<Interval>> days = new EnumMap<>(Term.class);

    RemoteDesk(AwaitAnswer answer) {
        this.answer = answer;
        this.insurers = new SameForAll<>(() -> answer.to(new Ask.ShowInsurers()));
        this.confirmationKey = new SameForAll<>(() -> answer.to(new Ask.ShowKey()));
        for (Term term : Term.values()) {
            days.put(term, new SameForAll<>(() -> answer.to(new Ask.DaysOf(term))));
        }
    }

    @Override
    public CodeAsked sendCode(String typed, Visitor from, Locale language) {
        return answer.to(new Ask.SendCode(typed, from, language));
    }

    @Override
    public CodeTyped typeCode(UUID challenge, Mobile mobile, String typed) {
        return answer.to(new Ask.TypeCode(challenge, mobile, typed));
    }

    @Override
    public List<OfferedInsurer> insurers() {
        return insurers.get();
    }

    @Override
    public Interval daysOf(Term term) {
        return Objects.requireNonNull(days.get(term)).get();
    }

    @Override
    public Registration registration(ProvenNumber number) {
        return answer.to(new Ask.ShowRegistration(number));
    }

    @Override
    public PlannedChange ifChosen(ProvenNumber number, ConsumerChoice choice) {
        return answer.to(new Ask.IfChosen(number, choice));
    }

    @Override
    public GivenWord choose(ProvenNumber number, ConsumerChoice choice, Optional<String> consent, UUID request) {
        return answer.to(new Ask.Choose(number, choice, consent, request));
    }

    @Override
    public RenewalAnswer renewal(String token, Visitor from) {
        return answer.to(new Ask.ShowRenewal(token, from));
    }

    @Override
    public RenewalAnswer renew(String token, Optional<String> consent, UUID request, Visitor from) {
        return answer.to(new Ask.Renew(token, consent, request, from));
    }

    @Override
    public void requireProof(ProvenNumber number) {
        answer.to(new Ask.RequireProof(number));
    }

    @Override
    public Optional<Confirmation> confirmation(ProvenNumber number, ActReference reference) {
        return answer.to(new Ask.TakeConfirmation(number, reference));
    }

    @Override
    public CaseNumber complain(ProvenNumber number, CallComplaint complaint, UUID request, Optional<String> consent) {
        return answer.to(new Ask.Complain(number, complaint, request, consent));
    }

    @Override
    public List<ToldCase> complaints(ProvenNumber number) {
        return answer.to(new Ask.ShowComplaints(number));
    }

    @Override
    public String confirmationKey() {
        return confirmationKey.get();
    }

    @Override
    public void leave(ProvenNumber number) {
        answer.to(new Ask.Leave(number));
    }

    @Override
    public void turnedAway(int visitors) {
        answer.to(new Ask.TellTurnedAway(visitors));
    }
}
