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
 * The services for consumers. All data of a number requires a proof. If a number is viewed too often in a day, they
 * throw {@link TooManyViewsException}.
 */
public interface ConsumerService {

    CodeRequestOutcome sendCode(String typed, Visitor from, Locale language);

    CodeCheckOutcome typeCode(UUID challenge, Mobile mobile, String typed);

    List<OfferedInsurer> insurers();

    /** Returns all lines of business, because earlier registrations may name closed ones. */
    List<BusinessLine> lines();

    /**
     * Returns the interval of a choice that is made now.
     *
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the first day
     */
    Interval daysOf(Term term);

    /** @throws NoProofException if the number is not proven */
    NumberStatus registration(ProvenNumber number);

    /**
     * @throws NoProofException if the number is not proven
     * @throws jinbo.participant.insurer.InsurerException if a chosen insurer does not exist
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the first day
     */
    PlannedChange previewChoice(ProvenNumber number, ConsumerChoice choice);

    /**
     * @param consent version of the consent; not needed for a cancellation
     * @param request identifier of the form; the same form returns the same registration again
     * @throws NoProofException if the number is not proven
     * @throws ConsentMissingException if a choice has no valid consent
     * @throws jinbo.participant.insurer.InsurerException if a chosen insurer does not exist
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the first day
     */
    ConsumerRegistration choose(ProvenNumber number, ConsumerChoice choice, Optional<String> consent, UUID request);

    /**
     * Returns the offer of a reminder link, without changes.
     *
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the first day
     */
    RenewalOutcome renewal(String token, Visitor from);

    /**
     * Renews a registration by a reminder link, which proves the number once.
     *
     * @param request identifier of the form; the same form registers nothing again and proves nothing
     * @throws ConsentMissingException if the consent is not valid
     * @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the first day
     */
    RenewalOutcome renew(String token, Optional<String> consent, UUID request, Visitor from);

    /**
     * Verifies a proof before data is shown that was read earlier.
     *
     * @throws NoProofException if the number is not proven
     */
    void requireProof(ProvenNumber number);

    /**
     * @return empty if the number has no registration with this reference
     * @throws NoProofException if the number is not proven
     */
    Optional<Confirmation> confirmation(ProvenNumber number, RegistrationReference reference);

    /**
     * @param request identifier of the form; the same form returns the same case again
     * @throws NoProofException if the number is not proven, or the complaint is about another number
     * @throws ConsentMissingException if the consent is not valid
     * @throws jinbo.cases.CallComplaintException if the complaint is not accepted
     * @throws jinbo.participant.insurer.InsurerException if the insurer does not exist
     */
    CaseNumber complain(ProvenNumber number, CallComplaint complaint, UUID request, Optional<String> consent);

    /**
     * Returns the cases of the number, newest first.
     *
     * @throws NoProofException if the number is not proven
     */
    List<ConsumerCase> complaints(ProvenNumber number);

    /**
     * Withdraws a complaint.
     *
     * @return false if it is not a case of this number or is decided
     * @throws NoProofException if the number is not proven
     */
    boolean withdrawComplaint(ProvenNumber number, CaseNumber complaint);

    /** Returns the public key of confirmations, in C2SP form. */
    String confirmationKey();

    SupervisionReport supervision();

    /** Ends a proof. */
    void leave(ProvenNumber number);

    /** @param visitors count of visitors who were rejected since the last call */
    void countRejected(int visitors);
}
