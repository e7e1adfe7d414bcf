// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds the verb, reads its options, runs it, and turns what goes wrong into one line and an exit status. */
final class Dispatcher {
    private static final String DEFAULT_VERB = "check";

    // Looking up converters for every type of java.time and java.sql takes a fifth of a short run; all values are text
    // here.
    static {
        System.setProperty("picocli.converters.excludes", "java.*");
    }

    private final Talk talk = Talk.onStandardError(false);

    ExitStatus run(String[] args) {
        try {
            return dispatch(List.of(args));
        } catch (UsageException e) {
            talk.error("marcato: " + e.getMessage());
            return ExitStatus.USAGE;
        } catch (OutputFailure e) {
            if (e.closedPipe()) {
                return ExitStatus.DONE;
            }
            talk.error("marcato: " + e.getMessage());
            return ExitStatus.FAILED;
        } catch (IOException e) {
            talk.error("marcato: " + Reason.of(e));
            return ExitStatus.FAILED;
        }
    }

    private ExitStatus dispatch(List<String> args) throws UsageException, IOException {
        String first = args.isEmpty() ? "" : args.get(0);
        switch (first) {
            case "-h", "--help", "help" -> {
                List<String> rest = args.subList(1, args.size());
                if (rest.isEmpty()) {
                    return Help.general();
                }
                return Help.of(rest.get(0), verb(rest.get(0)));
            }
            case "-V", "--version", "version" -> {
                return Help.version();
            }
            default -> {
                Optional<Verb> named = Verbs.find(first);
                if (named.isPresent()) {
                    return run(first, named.get(), args.subList(1, args.size()));
                }
                if (!first.isEmpty() && !first.startsWith("-") && !Inputs.exists(first)) {
                    refuseMistypedVerb(first);
                }
                return run(DEFAULT_VERB, verb(DEFAULT_VERB), args);
            }
        }
    }

    private static Verb verb(String name) throws UsageException {
        Optional<Verb> verb = Verbs.find(name);
        return verb.isPresent() ? verb.get() : noVerb(name);
    }

    /** What looks like a file's name passes: it is reported as missing, among the files that are not. */
    private static void refuseMistypedVerb(String word) throws UsageException {
        boolean wordOnly = word.chars().allMatch(Character::isLetter);
        if (wordOnly || !word.contains("/") && Nearest.to(word, Verbs.NAMES).isPresent()) {
            noVerb(word);
        }
    }

    private static Verb noVerb(String word) throws UsageException {
        throw new UsageException("'" + word + "' is neither a verb nor a file"
                + Nearest.to(word, Verbs.NAMES)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("; verbs are " + String.join(", ", Verbs.NAMES)));
    }

    private static ExitStatus run(String name, Verb verb, List<String> args) throws UsageException, IOException {
        for (String arg : args) {
            if (arg.equals("--")) {
                break;
            }
            if (arg.equals("-h") || arg.equals("--help")) {
                return Help.of(name, verb);
            }
            if (arg.equals("-V") || arg.equals("--version")) {
                return Help.version();
            }
        }
        return verb.run(parse(name, verb, args));
    }

    static ParseResult parse(String name, Verb verb, List<String> args) throws UsageException {
        CommandSpec spec = spec(name, verb);
        CommandLine parser = new CommandLine(spec)
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setUnmatchedOptionsArePositionalParams(false);
        try {
            return parser.parseArgs(args.toArray(new String[0]));
        } catch (UnmatchedArgumentException e) {
            String unknown = e.getUnmatched().isEmpty() ? "" : e.getUnmatched().get(0);
            throw new UsageException(name + " has no option '" + unknown + "'" + suggestion(unknown, spec));
        } catch (OverwrittenOptionException e) {
            throw new UsageException(
                    e.getOverwritten() instanceof OptionSpec option
                            ? option.names()[0] + " can be given only once"
                            : String.valueOf(e.getMessage()));
        } catch (MissingParameterException e) {
            throw new UsageException(e.getMissing().stream()
                    .filter(OptionSpec.class::isInstance)
                    .map(OptionSpec.class::cast)
                    .map(option -> option.names()[0] + " needs a value (" + option.paramLabel() + ")")
                    .findFirst()
                    .orElse(String.valueOf(e.getMessage())));
        } catch (ParameterException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static String suggestion(String unknown, CommandSpec spec) {
        int end = unknown.indexOf('=');
        List<String> known = new ArrayList<>(List.of("--help", "--version"));
        spec.options().forEach(option -> known.addAll(Arrays.asList(option.names())));
        known.removeIf(name -> name.length() == 2);
        return Nearest.to(end < 0 ? unknown : unknown.substring(0, end), known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; 'marcato " + spec.name() + " --help' lists them");
    }

    static CommandSpec spec(String name, Verb verb) {
        CommandSpec spec = CommandSpec.create().name(name);
        verb.declare(spec);
        return spec;
    }
}
