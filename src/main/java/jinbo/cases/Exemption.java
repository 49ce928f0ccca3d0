package jinbo.cases;

import java.time.LocalDate;

/**
 * The claim that a call served the insurer's own customer (rule 7), with the facts of its customer list.
 *
 * @param evidenceReference the insurer's reference to its proof, 1 to 40 characters
 */
public record Exemption(
        LocalDate policyFrom,
        LocalDate policyUntil,
        boolean soldByTelephone,
        boolean serviceCall,
        String evidenceReference) {

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
