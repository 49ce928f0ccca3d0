package jinbo.consumer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jinbo.cases.CallComplaint;
import jinbo.cases.CaseNumber;
import jinbo.cases.ConsumerCase;
import jinbo.exchange.format.Term;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.Interval;

/**
 * Where consumers are served: nothing about a number is shown or changed without a proof that it is theirs. What is shown of one number more
 * often in a day than anybody needs ends with {@link TooManyViewsException}.
 */
public interface ConsumerService {

    CodeRequestOutcome sendCode(String typed, Visitor from, Locale language);

    CodeCheckOutcome typeCode(UUID challenge, Mobile mobile, String typed);

    List<OfferedInsurer> insurers();

    /** All lines of business: the open ones can be chosen, the others give names to what was registered before. */
    List<BusinessLine> lines();

    /**
     * The days that a choice of this moment would bring.
     *
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the first day
     */
    Interval daysOf(Term term);

    /** @throws NoProofException if the number is not proven */
    NumberStatus registration(ProvenNumber number);

    /**
     * @throws NoProofException if the number is not proven
     * @throws jinbo.participant.insurer.InsurerException if it names an insurer that does not exist
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the first day
     */
    PlannedChange previewChoice(ProvenNumber number, ConsumerChoice choice);

    /**
     * @param consent the version of the text that the holder has agreed to; a cancellation needs none
     * @param request of the form: sent again, it gives the same answer and registers nothing
     * @throws NoProofException if the number is not proven
     * @throws ConsentMissingException if a choice lacks it
     * @throws jinbo.participant.insurer.InsurerException if it names an insurer that does not exist
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the first day
     */
    ConsumerRegistration choose(ProvenNumber number, ConsumerChoice choice, Optional<String> consent, UUID request);

    /**
     * What the link of a reminder offers; nothing is changed.
     *
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the first day
     */
    RenewalOutcome renewal(String token, Visitor from);

    /**
     * @return what the holder can renew without a reminder; empty if no choice ends soon
     * @throws NoProofException if the number is not proven
     */
    Optional<RenewalOutcome.Offer> renewal(ProvenNumber number);

    /**
     * Registers the newest choice once more; its term counts from the end of the first one.
     *
     * @param request of the form that was sent; sent again it is the same registration
     * @return empty if no choice ends soon
     * @throws NoProofException if the number is not proven
     * @throws ConsentMissingException if the consent is missing
     */
    Optional<ConsumerRegistration> renew(ProvenNumber number, Optional<String> consent, UUID request);

    /**
     * Registers anew what the holder was reminded of; the link, which only the number's telephone was sent, is the proof, once.
     *
     * @param consent the version of the text that the holder has agreed to
     * @param request of the form: sent again, it is told that it was taken, registers nothing and proves nothing
     * @return what was registered, with a proof, or why nothing was
     * @throws ConsentMissingException if it lacks the consent
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the first day
     */
    RenewalOutcome renew(String token, Optional<String> consent, UUID request, Visitor from);

    /**
     * Makes sure that a number is still proven, where something is shown that was read before.
     *
     * @throws NoProofException if it is not
     */
    void requireProof(ProvenNumber number);

    /**
     * @return empty if nothing of it has this reference
     * @throws NoProofException if the number is not proven
     */
    Optional<Confirmation> confirmation(ProvenNumber number, RegistrationReference reference);

    /**
     * @param request of the form that was sent; sent again it is the same complaint
     * @param consent the version of the text that the holder has agreed to
     * @throws NoProofException if the number is not proven, or the complaint is about another one
     * @throws ConsentMissingException if it lacks the consent
     * @throws jinbo.cases.CallComplaintException if it cannot be taken as it is
     * @throws jinbo.participant.insurer.InsurerException if it names an insurer that does not exist
     */
    CaseNumber complain(ProvenNumber number, CallComplaint complaint, UUID request, Optional<String> consent);

    /**
     * What has become of the complaints of this number, the newest first.
     *
     * @throws NoProofException if the number is not proven
     */
    List<ConsumerCase> complaints(ProvenNumber number);

    /**
     * Ends the case of a complaint that is not decided.
     *
     * @return false if it is none of this number, or decided; then nothing is done
     * @throws NoProofException if the number is not proven
     */
    boolean withdrawComplaint(ProvenNumber number, CaseNumber complaint);

    /**
     * Adds the consumer's words to a complaint that is not decided.
     *
     * @return false if it is none of this number, or decided; then nothing is done
     * @throws NoProofException if the number is not proven
     * @throws jinbo.cases.CallComplaintException if the words cannot be kept
     */
    boolean supplementComplaint(ProvenNumber number, CaseNumber complaint, String words);

    /**
     * Records whether the consumer agrees to a short message at each change of a complaint's state.
     *
     * @return false if it is none of this number; then nothing is done
     * @throws NoProofException if the number is not proven
     */
    boolean sendMessages(ProvenNumber number, CaseNumber complaint, boolean wanted);

    /** What confirmations are checked with: a public key in C2SP's spelling. */
    String confirmationKey();

    /** What the public is shown for the supervision. */
    SupervisionReport supervision();

    /** Ends a proof before its time. */
    void leave(ProvenNumber number);

    /**
     * Takes note that visitors were asked to come back.
     *
     * @param visitors how many since the last time
     */
    void countRejected(int visitors);
}
