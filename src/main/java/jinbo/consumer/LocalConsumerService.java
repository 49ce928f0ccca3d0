package jinbo.consumer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jinbo.accesslog.Actor;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallComplaintError;
import jinbo.cases.CallComplaintException;
import jinbo.cases.CaseMessages;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseSource;
import jinbo.cases.Cases;
import jinbo.cases.Cases.ConsumerCase;
import jinbo.cases.ChangeComplaint;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerError;
import jinbo.participant.insurer.InsurerException;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.Interval;
import org.springframework.stereotype.Component;

/** Implements the services in the process that has the registry and the keys, not in a remote portal. */
@Component
record LocalConsumerService(
        ProveNumber prove,
        NumberProofs proofs,
        ReadNumberStatus read,
        RegisterConsumerChoice register,
        RenewRegistration renew,
        ConfirmRegistration confirm,
        Cases cases,
        ChangeComplaint change,
        CaseMessages messages,
        VisitorCounts counts,
        NumberHashes keyed,
        ReadSupervisionReport supervisionReport,
        RejectedVisitors rejectedVisitors,
        RetentionTimes retention)
        implements ConsumerService {

    @Override
    public CodeRequestOutcome sendCode(String typed, Visitor from, Locale language) {
        return prove.sendCode(typed, from, language);
    }

    @Override
    public CodeCheckOutcome verifyCode(UUID challenge, Mobile mobile, String typed) {
        return prove.verifyCode(challenge, mobile, typed);
    }

    @Override
    public List<OfferedInsurer> insurers() {
        return read.insurers();
    }

    @Override
    public List<BusinessLine> lines() {
        return read.lines();
    }

    @Override
    public Interval daysOf(Term term) {
        return read.daysOf(term);
    }

    @Override
    public NumberStatus registration(ProvenNumber number) {
        return read.of(proofs.require(number));
    }

    @Override
    public PlannedChange previewChoice(ProvenNumber number, ConsumerChoice choice) {
        return read.ifChosen(proofs.require(number), choice, Optional.empty());
    }

    @Override
    public ConsumerRegistration choose(
            ProvenNumber number, ConsumerChoice choice, Optional<String> consent, UUID request) {
        return register.choose(proofs.require(number), choice, consent, request);
    }

    @Override
    public RenewalOutcome renewal(String token, Visitor from) {
        return renew.preview(token, from);
    }

    @Override
    public Optional<RenewalOutcome.Offer> ownRenewal(ProvenNumber number) {
        return renew.previewOwn(proofs.require(number));
    }

    @Override
    public Optional<ConsumerRegistration> renewOwn(ProvenNumber number, Optional<String> consent, UUID request) {
        return renew.renewOwn(proofs.require(number), consent, request);
    }

    @Override
    public RenewalOutcome renew(String token, Optional<String> consent, UUID request, Visitor from) {
        return renew.renew(token, consent, request, from);
    }

    @Override
    public void requireProof(ProvenNumber number) {
        proofs.require(number);
    }

    @Override
    public Optional<Confirmation> confirmation(ProvenNumber number, RegistrationReference reference) {
        return confirm.of(proofs.require(number), reference);
    }

    @Override
    public CaseNumber complain(ProvenNumber number, CallComplaint complaint, UUID request, Optional<String> consent) {
        proofs.require(number);
        if (!complaint.consumer().equals(number.mobile())) {
            throw new NoProofException();
        }
        if (!consent.equals(Optional.of(ConsentText.OF_COMPLAINTS))) {
            throw new ConsentMissingException();
        }
        counts.addView(keyed.today(complaint.consumer()));
        try {
            return cases.open(
                    complaint,
                    CaseSource.CONSUMER,
                    request,
                    Actor.consumer(),
                    "the holder complains about a call, with consent to the wording " + ConsentText.OF_COMPLAINTS);
        } catch (InsurerException e) {
            if (e.error() != InsurerError.LINE_NOT_SOLD) {
                throw e;
            }
            throw new CallComplaintException(CallComplaintError.LINE_NOT_SOLD);
        }
    }

    @Override
    public List<ConsumerCase> complaints(ProvenNumber number) {
        Mobile mobile = proofs.require(number);
        counts.addView(keyed.today(mobile));
        List<ConsumerCase> all = cases.of(mobile, Actor.consumer(), "the holder asks for the state of complaints");
        return all.isEmpty() ? all : read.sinceRelease(mobile, all);
    }

    @Override
    public boolean withdrawComplaint(ProvenNumber number, CaseNumber complaint) {
        return isOwn(number, complaint) && change.withdraw(complaint, Actor.consumer());
    }

    private boolean isOwn(ProvenNumber number, CaseNumber complaint) {
        return complaints(number).stream()
                .anyMatch(one -> one.summary().number().equals(complaint));
    }

    @Override
    public boolean supplementComplaint(ProvenNumber number, CaseNumber complaint, String words) {
        return isOwn(number, complaint) && change.supplement(complaint, words, Actor.consumer());
    }

    @Override
    public boolean sendMessages(ProvenNumber number, CaseNumber complaint, boolean wanted) {
        boolean own = isOwn(number, complaint);
        if (own) {
            messages.setWanted(complaint, wanted);
        }
        return own;
    }

    @Override
    public String confirmationKey() {
        return confirm.verifierKey();
    }

    @Override
    public SupervisionReport supervision() {
        return supervisionReport.read();
    }

    @Override
    public void leave(ProvenNumber number) {
        proofs.end(number);
    }

    @Override
    public void countRejected(int visitors) {
        rejectedVisitors.add(visitors);
    }
}
