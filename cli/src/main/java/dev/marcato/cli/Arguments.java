// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * Declares options and reads their values, all of them as text: conversion stands here, so that every mistake is told in
 * one line and the same words.
 */
public final class Arguments {
    private static final int MOST_THREADS = 1024;

    private Arguments() {}

    public static OptionSpec flag(String names, String description) {
        return OptionSpec.builder(names.split(" "))
                .type(boolean.class)
                .arity("0")
                .description(description)
                .build();
    }

    public static OptionSpec value(String names, String label, String description) {
        return OptionSpec.builder(names.split(" "))
                .type(String.class)
                .arity("1")
                .paramLabel(label)
                .description(description)
                .build();
    }

    public static void positional(CommandSpec spec, String label, String description) {
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .hideParamSyntax(true)
                .description(description)
                .build());
    }

    public static List<String> positionals(ParseResult parsed) {
        return parsed.matchedPositionalValue(0, List.of());
    }

    public static boolean has(ParseResult parsed, String option) {
        return parsed.hasMatchedOption(option);
    }

    public static @Nullable String text(ParseResult parsed, String option) {
        return parsed.matchedOptionValue(option, (String) null);
    }

    /** A number of records. */
    public static long count(ParseResult parsed, String option, long otherwise) throws UsageException {
        String text = text(parsed, option);
        if (text == null) {
            return otherwise;
        }
        try {
            long count = Long.parseLong(text);
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw wrong(option, "a number of records", text);
        }
        throw wrong(option, "a number of records", text);
    }

    /** A number in a range. */
    public static int number(ParseResult parsed, String option, int least, int most, int otherwise)
            throws UsageException {
        String text = text(parsed, option);
        if (text == null) {
            return otherwise;
        }
        String wanted = "a number from " + least + " to " + most;
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(option, wanted, text);
        }
        throw wrong(option, wanted, text);
    }

    /** How many threads work at most, by {@code --threads}; as many as there are processors unless told. */
    public static int threads(ParseResult parsed) throws UsageException {
        return number(parsed, "--threads", 1, MOST_THREADS, Runtime.getRuntime().availableProcessors());
    }

    /** One of a few words; the constants' names in lower case. */
    static <E extends Enum<E>> E choice(ParseResult parsed, String option, E[] choices, E otherwise)
            throws UsageException {
        String text = text(parsed, option);
        if (text == null) {
            return otherwise;
        }
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < choices.length; i++) {
            String word = choices[i].name().toLowerCase(Locale.ROOT);
            if (word.equalsIgnoreCase(text)) {
                return choices[i];
            }
            words.append(i == 0 ? "" : i == choices.length - 1 ? " or " : ", ").append(word);
        }
        throw wrong(option, words.toString(), text);
    }

    public static UsageException wrong(String option, String wanted, String text) {
        return new UsageException(option + " must be " + wanted + ", not '" + text + "'");
    }
}
