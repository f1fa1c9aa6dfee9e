// Keeps an index of SYSTRAN's fuzzy-match (C++) in memory for benchmarks/systran.py, and times each query where it runs.
//
//     systran-lookup SEGMENTS
//
// SEGMENTS has a segment a line; its number, from 0, is its name. Says "ready" when they are indexed. A query is a line of
// threshold in per cent, the tokens and the share of the query that a shared run must have, and the text, with tabs
// between them; the answer is a line of the nanoseconds it took, tokenisation included, and the names of all matches.

#include <chrono>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <fuzzy/fuzzy_match.hh>

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: systran-lookup SEGMENTS\n";
    return 2;
  }
  fuzzy::FuzzyMatch memory;
  std::ifstream segments(argv[1]);
  std::string line;
  for (unsigned name = 0; std::getline(segments, line); ++name)
    memory.add_tm(std::to_string(name), line, /*sort=*/false);
  memory.sort();
  std::cout << "ready" << std::endl;

  const unsigned all = 0;
  while (std::getline(std::cin, line)) {
    std::istringstream fields(line);
    float threshold, run_share;
    int run_tokens;
    std::string query;
    fields >> threshold >> run_tokens >> run_share;
    fields.ignore();
    std::getline(fields, query);

    std::vector<fuzzy::FuzzyMatch::Match> found;
    const auto begun = std::chrono::steady_clock::now();
    memory.match(query, threshold / 100, all, /*no_perfect=*/false, found, run_tokens, run_share);
    const std::chrono::nanoseconds took = std::chrono::steady_clock::now() - begun;

    std::cout << took.count();
    for (const auto& match : found) std::cout << ' ' << match.id;
    std::cout << std::endl;
  }
}
