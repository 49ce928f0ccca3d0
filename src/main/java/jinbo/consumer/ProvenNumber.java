package jinbo.consumer;

import jinbo.reference.phone.Mobile;

/** @param token that the proof is known by; whoever has it is taken for the holder until the proof ends */
public record ProvenNumber(Mobile mobile, String token) {

    /** Neither the number nor the token. */
    @Override
    public String toString() {
        return "ProvenNumber[" + mobile + "]";
    }
}
