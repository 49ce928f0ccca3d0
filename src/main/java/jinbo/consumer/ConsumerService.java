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
 * The services for consumers. If a number is viewed too often in a day, they throw {@link TooManyViewsException}. They
 * throw {@link jinbo.reference.calendar.YearNotLoadedException} if the calendar does not reach the first day of a
 * choice, and {@link NoProofException} if the given number is not proven.
 */
public interface ConsumerService {

    CodeRequestOutcome sendCode(String typed, Visitor from, Locale language);

    CodeCheckOutcome verifyCode(UUID challenge, Mobile mobile, String typed);

    List<OfferedInsurer> insurers();

    /** Includes closed lines, which earlier registrations may name. */
    List<BusinessLine> lines();

    /** Returns the interval of a choice that is made now. */
    Interval daysOf(Term term);

    NumberStatus registration(ProvenNumber number);

    /** @throws jinbo.participant.insurer.InsurerException if a chosen insurer does not exist */
    PlannedChange previewChoice(ProvenNumber number, ConsumerChoice choice);

    /**
     * @param consent version of the consent; a cancellation needs none
     * @param request identifier of the form, which is registered once
     * @throws ConsentMissingException if a choice has no valid consent
     * @throws jinbo.participant.insurer.InsurerException if a chosen insurer does not exist
     */
    ConsumerRegistration choose(ProvenNumber number, ConsumerChoice choice, Optional<String> consent, UUID request);

    RenewalOutcome renewal(String token, Visitor from);

    /** Returns what the holder can renew without a reminder; empty if no choice ends soon. */
    Optional<RenewalOutcome.Offer> ownRenewal(ProvenNumber number);

    /**
     * Registers the newest choice once more; its term begins at the end of the choice.
     *
     * @param request identifier of the form, which is registered once
     * @return empty if no choice ends soon
     * @throws ConsentMissingException if the consent is not valid
     */
    Optional<ConsumerRegistration> renewOwn(ProvenNumber number, Optional<String> consent, UUID request);

    /**
     * Renews a registration by a reminder link, which proves the number once.
     *
     * @param request identifier of the form, which is registered once and proves the number once
     * @throws ConsentMissingException if the consent is not valid
     */
    RenewalOutcome renew(String token, Optional<String> consent, UUID request, Visitor from);

    /** Verifies a proof before data is shown that was read earlier. */
    void requireProof(ProvenNumber number);

    /** Returns empty if the number has no registration with this reference. */
    Optional<Confirmation> confirmation(ProvenNumber number, RegistrationReference reference);

    /**
     * @param request identifier of the form, which opens one case
     * @throws ConsentMissingException if the consent is not valid
     * @throws jinbo.cases.CallComplaintException if the complaint is not accepted
     * @throws jinbo.participant.insurer.InsurerException if the insurer does not exist
     */
    CaseNumber complain(ProvenNumber number, CallComplaint complaint, UUID request, Optional<String> consent);

    /** Newest first. */
    List<ConsumerCase> complaints(ProvenNumber number);

    /** Returns false if it is not a case of this number or is decided. */
    boolean withdrawComplaint(ProvenNumber number, CaseNumber complaint);

    /**
     * Returns false if it is not a case of this number or is decided.
     *
     * @throws jinbo.cases.CallComplaintException if the words are not accepted
     */
    boolean supplementComplaint(ProvenNumber number, CaseNumber complaint, String words);

    /** Records the consent to messages about a case; returns false if it is not a case of this number. */
    boolean sendMessages(ProvenNumber number, CaseNumber complaint, boolean wanted);

    /** Returns the public key of confirmations, in C2SP form. */
    String confirmationKey();

    SupervisionReport supervision();

    void leave(ProvenNumber number);

    /** @param visitors count of visitors who were rejected since the last call */
    void countRejected(int visitors);
}
