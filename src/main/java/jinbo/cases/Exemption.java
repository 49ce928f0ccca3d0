package jinbo.cases;

import java.time.LocalDate;

/**
 * An insurer's claim that a call served its own customer (rule 7), with the same facts as its customer list.
 *
 * @param serviceCall true if the call served that policy
 * @param evidenceReference the insurer's reference to its proof, 1 to 40 characters
 */
public record Exemption(
        LocalDate policyFrom,
        LocalDate policyUntil,
        boolean soldByTelephone,
        boolean serviceCall,
        String evidenceReference) {

    /** @throws IllegalArgumentException if the policy ends before it begins, or the reference is blank */
    public Exemption {
        if (policyUntil.isBefore(policyFrom)) {
            throw new IllegalArgumentException(
                    "A policy cannot end on " + policyUntil + ", before it begins on " + policyFrom);
        }
        if (evidenceReference.isBlank()) {
            throw new IllegalArgumentException("A claim of an exemption refers to its proof");
        }
    }

    public boolean holds(LocalDate day) {
        return soldByTelephone && serviceCall && !day.isBefore(policyFrom) && !day.isAfter(policyUntil);
    }
}
