package jinbo.consumer;

import jinbo.reference.phone.Mobile;

/** @param token identifies the proof; whoever presents it acts as the holder */
public record ProvenNumber(Mobile mobile, String token) {

    @Override
    public String toString() {
        return "ProvenNumber[" + mobile + "]";
    }
}
