package jinbo.batch;

import jinbo.participant.insurer.InsurerCode;

/**
 * What a run has to say about an insurer: why it got nothing, or what is left for the next run or for a person.
 *
 * @param what what is the matter and what to do, without any phone number
 */
public record Remark(InsurerCode insurer, String what) {}
