package jinbo.consumer;

import java.util.List;
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
import jinbo.cases.ChangeComplaint;
import jinbo.cases.ConsumerCase;
import jinbo.participant.insurer.InsurerError;
import jinbo.participant.insurer.InsurerException;
import jinbo.reference.phone.Mobile;
import org.springframework.stereotype.Component;

@Component
record ConsumerComplaints(
        Cases cases,
        ChangeComplaint change,
        CaseMessages messages,
        ReadNumberStatus read,
        ViewLimit viewLimit,
        NumberHashes keyed) {

    CaseNumber open(CallComplaint complaint, UUID request, Optional<String> consent) {
        if (!consent.equals(Optional.of(ConsentText.OF_COMPLAINTS))) {
            throw new ConsentMissingException();
        }
        viewLimit.add(keyed.today(complaint.consumer()));
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

    /** @return false if it is none of this number, or decided */
    boolean withdraw(Mobile mobile, CaseNumber number) {
        return isOf(mobile, number) && change.withdraw(number, Actor.consumer());
    }

    /** @return false if it is none of this number */
    boolean sendMessages(Mobile mobile, CaseNumber number, boolean wanted) {
        boolean own = isOf(mobile, number);
        if (own) {
            messages.want(number, wanted);
        }
        return own;
    }

    /** @return false if it is none of this number, or decided */
    boolean supplement(Mobile mobile, CaseNumber number, String words) {
        return isOf(mobile, number) && change.supplement(number, words, Actor.consumer());
    }

    private boolean isOf(Mobile mobile, CaseNumber number) {
        return of(mobile).stream().anyMatch(one -> one.summary().number().equals(number));
    }

    List<ConsumerCase> of(Mobile mobile) {
        viewLimit.add(keyed.today(mobile));
        List<ConsumerCase> all = cases.of(mobile, Actor.consumer(), "the holder asks for the state of complaints");
        return all.isEmpty() ? all : read.sinceRelease(mobile, all);
    }
}
