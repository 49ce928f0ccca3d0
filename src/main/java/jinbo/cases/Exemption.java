package jinbo.cases;

import java.time.LocalDate;

/**
 * What an insurer claims so that a call counts as one to its own customer (rule 7): the same facts as in the
 * partner's own list of customers.
 *
 * @param serviceCall whether the call served that policy
 * @param evidenceReference by which sign the proof is found at the insurer, 1 to 40 characters
 */
public record Exemption(
        LocalDate policyFrom,
        LocalDate policyUntil,
        boolean soldByTelephone,
        boolean serviceCall,
        String evidenceReference) {

    /** @throws IllegalArgumentException if the policy ends before it begins, or nothing is referred to */
    public Exemption {
        if (policyUntil.isBefore(policyFrom)) {
            throw new IllegalArgumentException(
                    "A policy cannot end on " + policyUntil + ", before it begins on " + policyFrom);
        }
        if (evidenceReference.isBlank()) {
            throw new IllegalArgumentException("A claim of an exemption must refer to its proof");
        }
    }

    public boolean holds(LocalDate day) {
        return soldByTelephone && serviceCall && !day.isBefore(policyFrom) && !day.isAfter(policyUntil);
    }
}
