package jinbo;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Jinbo from a shell. */
@SpringBootApplication
public class JinboApplication {
    private JinboApplication() {}

    /** Runs the command that the arguments name and exits with its code. */
    public static void main(String[] arguments) {
        System.out.println("jinbo");
    }
}
