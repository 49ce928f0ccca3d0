package jinbo.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** The insurers that a run works for, in processing order, as job parameters {@code insurers-1}, {@code insurers-2}... */
@Component
public record RunInsurers(Insurers insurers) {

    private static final String INSURERS = "insurers-";
    private static final String SEPARATOR = " ";

    /** Spring Batch stores up to 2,500 characters of a parameter; a code has up to 12. */
    private static final int CODES_OF_A_PARAMETER = 150;

    public JobParametersBuilder addTo(JobParametersBuilder inputs, List<Insurer> only) {
        List<String> codes =
                only.stream().map(insurer -> insurer.code().value()).toList();
        for (int from = 0; from < codes.size() || from == 0; from += CODES_OF_A_PARAMETER) {
            List<String> some = codes.subList(from, Math.min(codes.size(), from + CODES_OF_A_PARAMETER));
            inputs.addString(parameter(from / CODES_OF_A_PARAMETER), String.join(SEPARATOR, some), false);
        }
        return inputs;
    }

    /** Reads the insurers of the step's run, as they are now; all insurers if the run has no such parameter. */
    public List<Insurer> of(StepExecution step) {
        List<String> parameters = new ArrayList<>();
        for (Optional<String> next = read(step, 0); next.isPresent(); next = read(step, parameters.size())) {
            parameters.add(next.get());
        }
        return parameters.isEmpty()
                ? insurers.all()
                : parameters.stream()
                        .flatMap(codes -> Arrays.stream(codes.split(SEPARATOR)))
                        .filter(code -> !code.isEmpty())
                        .map(code -> insurers.get(new InsurerCode(code)))
                        .toList();
    }

    private static Optional<String> read(StepExecution step, int index) {
        return Optional.ofNullable(step.getJobParameters().getString(parameter(index)));
    }

    private static String parameter(int index) {
        return INSURERS + (index + 1);
    }
}
