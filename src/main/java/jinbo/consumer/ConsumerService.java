package jinbo.consumer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jinbo.cases.CallComplaint;
import jinbo.cases.CaseNumber;
import jinbo.cases.Cases.ConsumerCase;
import jinbo.exchange.format.Term;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.Interval;

/**
 * What the portal can do for consumers. Calls throw {@link NoProofException} if the given number is not proven, {@link
 * TooManyViewsException} if a number is viewed too often in a day, and {@link
 * jinbo.reference.calendar.YearNotLoadedException} if the calendar does not reach the first day of a choice.
 */
public interface ConsumerService {

    /** @param typed the number as the visitor has typed it */
    CodeRequestOutcome sendCode(String typed, Visitor from, Locale language);

    CodeCheckOutcome verifyCode(UUID challenge, Mobile mobile, String typed);

    List<OfferedInsurer> insurers();

    /** Returns all lines of business, including closed ones, which earlier registrations may name. */
    List<BusinessLine> lines();

    /** Returns the interval of a choice that is made now. */
    Interval daysOf(Term term);

    NumberStatus registration(ProvenNumber number);

    /** @throws jinbo.participant.insurer.InsurerException if a chosen insurer does not exist */
    PlannedChange previewChoice(ProvenNumber number, ConsumerChoice choice);

    /**
     * @param consent the version of the consent; a cancellation needs none
     * @param request the id of the form, so that a form that is sent twice is registered once
     * @throws ConsentMissingException if a choice has no valid consent
     * @throws jinbo.participant.insurer.InsurerException if a chosen insurer does not exist
     */
    ConsumerRegistration choose(ProvenNumber number, ConsumerChoice choice, Optional<String> consent, UUID request);

    RenewalOutcome renewal(String token, Visitor from);

    /** Returns what the holder of a proven number can renew; empty if no choice ends soon. */
    Optional<RenewalOutcome.Offer> ownRenewal(ProvenNumber number);

    /**
     * Registers the newest choice again; its new term begins at the end of the old one.
     *
     * @param request the id of the form, so that a form that is sent twice is registered once
     * @return empty if no choice ends soon
     * @throws ConsentMissingException if the consent is not valid
     */
    Optional<ConsumerRegistration> renewOwn(ProvenNumber number, Optional<String> consent, UUID request);

    /**
     * Renews a registration by the link of a reminder. A link can be used once, and proves the number then.
     *
     * @param request the id of the form, so that a form that is sent twice is registered once
     * @throws ConsentMissingException if the consent is not valid
     */
    RenewalOutcome renew(String token, Optional<String> consent, UUID request, Visitor from);

    /** Verifies the proof of a number. Call this before showing data that was read earlier. */
    void requireProof(ProvenNumber number);

    /** Returns empty if the number has no registration with this reference. */
    Optional<Confirmation> confirmation(ProvenNumber number, RegistrationReference reference);

    /**
     * @param request the id of the form, so that a form that is sent twice opens one case
     * @throws ConsentMissingException if the consent is not valid
     * @throws jinbo.cases.CallComplaintException if the complaint is not accepted
     * @throws jinbo.participant.insurer.InsurerException if the insurer does not exist
     */
    CaseNumber complain(ProvenNumber number, CallComplaint complaint, UUID request, Optional<String> consent);

    /** Returns the cases of the number, newest first. */
    List<ConsumerCase> complaints(ProvenNumber number);

    /** Withdraws a complaint; returns false if it is not a case of this number or is decided. */
    boolean withdrawComplaint(ProvenNumber number, CaseNumber complaint);

    /**
     * Returns false if it is not a case of this number or is decided.
     *
     * @throws jinbo.cases.CallComplaintException if the words are not accepted
     */
    boolean supplementComplaint(ProvenNumber number, CaseNumber complaint, String words);

    /** Records whether the consumer wants messages about a case; returns false if it is not a case of this number. */
    boolean sendMessages(ProvenNumber number, CaseNumber complaint, boolean wanted);

    /** Returns the public key that verifies confirmations, in C2SP's format. */
    String confirmationKey();

    SupervisionReport supervision();

    RetentionTimes retention();

    /** Ends the proof of a number. */
    void leave(ProvenNumber number);

    /** @param visitors how many visitors were rejected since the last call */
    void countRejected(int visitors);
}
