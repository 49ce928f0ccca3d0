package jinbo.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** The insurers that a run works for, in processing order, as a job parameter. */
@Component
public record RunInsurers(Insurers insurers) {

    private static final String INSURERS = "insurers";
    private static final String SEPARATOR = " ";

    /** Adds the insurers of a run, in processing order; nothing if the run is for all of them. */
    public JobParametersBuilder addTo(JobParametersBuilder inputs, List<Insurer> only) {
        List<String> codes = codes(only);
        return codes.equals(codes(insurers.all()))
                ? inputs
                : inputs.addString(INSURERS, String.join(SEPARATOR, codes), false);
    }

    /** Reads the insurers of the step's run, as they are now. */
    public List<Insurer> of(StepExecution step) {
        return Optional.ofNullable(step.getJobParameters().getString(INSURERS))
                .map(codes -> Arrays.stream(codes.split(SEPARATOR))
                        .filter(code -> !code.isEmpty())
                        .map(code -> insurers.get(new InsurerCode(code)))
                        .toList())
                .orElseGet(insurers::all);
    }

    private static List<String> codes(List<Insurer> some) {
        return some.stream().map(insurer -> insurer.code().value()).toList();
    }
}
