package jinbo.consumer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jinbo.accesslog.Actor;
import jinbo.cases.CallComplaint;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseSummary;
import jinbo.cases.Cases;
import jinbo.exchange.Term;
import jinbo.mobile.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import jinbo.registry.Interval;
import org.springframework.stereotype.Component;

/** Where consumers are served: nothing about a number is shown or changed without a proof that it is theirs. */
@Component
public class ConsumerDesk {

    private final SendCode sendCode;
    private final CheckCode checkCode;
    private final NumberProofs proofs;
    private final ReadRegistration read;
    private final RegisterWord register;
    private final RenewWord renew;
    private final ConfirmWord confirm;
    private final ConsumerChoices choices;
    private final Cases cases;
    private final ForgetOldProofs forget;

    ConsumerDesk(
            SendCode sendCode,
            CheckCode checkCode,
            NumberProofs proofs,
            ReadRegistration read,
            RegisterWord register,
            RenewWord renew,
            ConfirmWord confirm,
            ConsumerChoices choices,
            Cases cases,
            ForgetOldProofs forget) {
        this.sendCode = sendCode;
        this.checkCode = checkCode;
        this.proofs = proofs;
        this.read = read;
        this.register = register;
        this.renew = renew;
        this.confirm = confirm;
        this.choices = choices;
        this.cases = cases;
        this.forget = forget;
    }

    /** Has a code sent to what somebody has typed, in that person's language. */
    public CodeAsked sendCode(String typed, Visitor from, Locale language) {
        forget.nowAndThen();
        return sendCode.to(typed, from, language);
    }

    /** Looks at a code that was typed for a number. */
    public CodeTyped typeCode(UUID challenge, Mobile mobile, String typed) {
        return checkCode.of(challenge, mobile, typed);
    }

    /** Who can be chosen. */
    public List<OfferedInsurer> insurers() {
        return read.offered().stream().map(ReadRegistration::shown).toList();
    }

    /**
     * The days that a choice of this moment would bring.
     *
     * @throws jinbo.workday.YearNotLoadedException if the calendar does not reach the first day
     */
    public Interval daysOf(Term term) {
        return choices.banFor(term);
    }

    /**
     * What is registered.
     *
     * @throws NoProofException if the number is not proven
     */
    public Registration registration(ProvenNumber number) {
        proofs.require(number);
        return read.of(number.mobile());
    }

    /**
     * What a choice would change.
     *
     * @throws NoProofException if the number is not proven
     * @throws jinbo.insurer.InsurerException.Unknown if it names an insurer that does not exist
     * @throws jinbo.workday.YearNotLoadedException if the calendar does not reach the first day
     */
    public PlannedChange ifChosen(ProvenNumber number, ConsumerChoice choice) {
        proofs.require(number);
        return read.ifChosen(number.mobile(), choice);
    }

    /**
     * Registers a choice or a cancellation.
     *
     * @param consent the version of the text that the holder has agreed to; a cancellation needs none
     * @param request of the form: sent again, it gives the same answer and registers nothing
     * @throws NoProofException if the number is not proven
     * @throws ConsentMissingException if a choice lacks it
     * @throws jinbo.insurer.InsurerException.Unknown if it names an insurer that does not exist
     * @throws jinbo.workday.YearNotLoadedException if the calendar does not reach the first day
     */
    public GivenWord choose(ProvenNumber number, ConsumerChoice choice, Optional<String> consent, UUID request) {
        proofs.require(number);
        return register.choose(number.mobile(), choice, consent, request);
    }

    /**
     * What the link of a reminder offers; nothing is changed.
     *
     * @param token with which it ends
     * @return an offer, or why there is none
     * @throws jinbo.workday.YearNotLoadedException if the calendar does not reach the first day
     */
    public RenewalAnswer renewal(String token, Visitor from) {
        return renew.look(token, from);
    }

    /**
     * Registers anew what the holder was reminded of; the link, which only the number's telephone was sent, is the proof.
     *
     * @param token with which it ends
     * @param consent the version of the text that the holder has agreed to
     * @param request of the form: sent again, it gives the same answer and registers nothing
     * @return what was registered, with a proof, or why nothing was
     * @throws ConsentMissingException if it lacks the consent
     * @throws jinbo.workday.YearNotLoadedException if the calendar does not reach the first day
     */
    public RenewalAnswer renew(String token, Optional<String> consent, UUID request, Visitor from) {
        return renew.renew(token, consent, request, from);
    }

    /**
     * The confirmation of something that was said of this number.
     *
     * @return empty if nothing of it has this reference
     * @throws NoProofException if the number is not proven
     */
    public Optional<Confirmation> confirmation(ProvenNumber number, ActReference reference) {
        proofs.require(number);
        return confirm.of(number.mobile(), reference);
    }

    /**
     * Takes a complaint about a call to this number.
     *
     * @return by what it is asked for
     * @throws NoProofException if the number is not proven, or the complaint is about another one
     * @throws jinbo.cases.CallComplaintException if it cannot be taken as it is
     * @throws jinbo.insurer.InsurerException.Unknown if it names an insurer that does not exist
     */
    public CaseNumber complain(ProvenNumber number, CallComplaint complaint) {
        proofs.require(number);
        if (!complaint.consumer().equals(number.mobile())) {
            throw new NoProofException();
        }
        return cases.open(complaint, Actor.consumer(), "the holder complains about a call");
    }

    /**
     * What has become of the complaints of this number, the newest first.
     *
     * @throws NoProofException if the number is not proven
     */
    public List<CaseSummary> complaints(ProvenNumber number) {
        proofs.require(number);
        List<CaseSummary> all = cases.of(number.mobile(), Actor.consumer(), "the holder asks after complaints");
        return all.isEmpty() ? all : read.sinceRelease(number.mobile(), all);
    }

    /** What confirmations are checked with: a public key in C2SP's spelling. */
    public String confirmationKey() {
        return confirm.verifierKey();
    }

    /** Ends a proof before its time. */
    public void leave(ProvenNumber number) {
        proofs.end(number);
    }
}
