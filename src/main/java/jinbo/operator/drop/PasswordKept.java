package jinbo.operator.drop;

import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.Derived;

/**
 * The password for an insurer's server.
 *
 * @param insurer whose server it is for
 * @param kept whether there is one now
 * @param replaced whether there was one before
 */
record PasswordKept(InsurerCode insurer, boolean kept, boolean replaced) {

    @Derived
    String outcome() {
        return kept ? "KEPT" : replaced ? "FORGOTTEN" : "NONE";
    }
}
