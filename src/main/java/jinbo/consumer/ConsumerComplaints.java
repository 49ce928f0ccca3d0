package jinbo.consumer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jinbo.accesslog.Actor;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallComplaintError;
import jinbo.cases.CallComplaintException;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseSource;
import jinbo.cases.Cases;
import jinbo.cases.ConsumerCase;
import jinbo.cases.WithdrawComplaint;
import jinbo.participant.insurer.InsurerError;
import jinbo.participant.insurer.InsurerException;
import jinbo.reference.phone.Mobile;
import org.springframework.stereotype.Component;

@Component
record ConsumerComplaints(
        Cases cases, WithdrawComplaint withdrawal, ReadNumberStatus read, VisitorCounts counts, NumberHashes keyed) {

    CaseNumber open(CallComplaint complaint, UUID request, Optional<String> consent) {
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

    /** @return false if it is not a case of this number or is decided */
    boolean withdraw(Mobile mobile, CaseNumber number) {
        return of(mobile).stream().anyMatch(one -> one.summary().number().equals(number))
                && withdrawal.withdraw(number, Actor.consumer());
    }

    List<ConsumerCase> of(Mobile mobile) {
        counts.addView(keyed.today(mobile));
        List<ConsumerCase> all = cases.of(mobile, Actor.consumer(), "the holder asks for the state of complaints");
        return all.isEmpty() ? all : read.sinceRelease(mobile, all);
    }
}
