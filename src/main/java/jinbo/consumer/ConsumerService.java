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

    /** Has a code sent to what somebody has typed, in that person's language. */
    CodeRequestOutcome sendCode(String typed, Visitor from, Locale language);

    /** Looks at a code that was typed for a number. */
    CodeCheckOutcome typeCode(UUID challenge, Mobile mobile, String typed);

    /** Who can be chosen. */
    List<OfferedInsurer> insurers();

    /** All lines of business: the open ones can be chosen, the others give names to what was registered before. */
    List<BusinessLine> lines();

    /**
     * The days that a choice of this moment would bring.
     *
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the first day
     */
    Interval daysOf(Term term);

    /**
     * What is registered.
     *
     * @throws NoProofException if the number is not proven
     */
    NumberStatus registration(ProvenNumber number);

    /**
     * What a choice would change.
     *
     * @throws NoProofException if the number is not proven
     * @throws jinbo.participant.insurer.InsurerException if it names an insurer that does not exist
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the first day
     */
    PlannedChange previewChoice(ProvenNumber number, ConsumerChoice choice);

    /**
     * Registers a choice or a cancellation.
     *
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
     * @param token with which it ends
     * @return an offer, or why there is none
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the first day
     */
    RenewalOutcome renewal(String token, Visitor from);

    /**
     * Registers anew what the holder was reminded of; the link, which only the number's telephone was sent, is the proof, once.
     *
     * @param token with which it ends
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
     * The confirmation of something that was said of this number.
     *
     * @return empty if nothing of it has this reference
     * @throws NoProofException if the number is not proven
     */
    Optional<Confirmation> confirmation(ProvenNumber number, RegistrationReference reference);

    /**
     * Takes a complaint about a call to this number.
     *
     * @param request of the form that was sent; sent again it is the same complaint
     * @param consent the version of the text that the holder has agreed to
     * @return by what it is asked for
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

    /** What confirmations are checked with: a public key in C2SP's spelling. */
    String confirmationKey();

    /** Ends a proof before its time. */
    void leave(ProvenNumber number);

    /**
     * Takes note that visitors were asked to come back.
     *
     * @param visitors how many since the last time
     */
    void countRejected(int visitors);
}
