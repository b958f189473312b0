/** Words that say nothing about what a question is about. */
export const commonWords: ReadonlySet<string> = new Set(
  `a about after again all also am an and any are as at ask asked asking away back be because been before being between both but by
  came can come comes could course class chapter text book textbook lecture professor prof teacher homework did different do does doing done down
  during each either else ever every exactly explain explained explains example figure find first for formula from
  fully get gets getting give given gives go goes going good got had hand has have having he hello her here hey hi him his how
  i if in instead into is it its itself just keep know like likely little long look looks looking lot made make makes many matter may me mean
  meaning means meant might mine much must my myself need needs never new no not now number numbers of off often ok okay on one ones only
  or other our out over own part people per please pls plz possible pretty put question quick quickly rather read really right said same say
  says see seem seems should show shown shows since so some somebody someone something sort start still such sure take takes
  tell tells than thank thanks that the their them then there these they thing things think this those thus till to today together
  too try trying two three understand until up us use used using usually value values very want wanted was way we well were what whatever when where
  whether which while who whole whose why will with within without word words work works would write yes yet you your yours intuition intuitively time times anyone anybody asking help helped lost confused confusing understood remember forgot mentioned told saying wondering curious trying figure
  once name names etf bot usa idk btw imo asap fyi tbh lol ta normal strange weird deal stuff big companies afterwards wrong correct correctly anyway honestly basically currently getting bit stuff somehow anything happen happens happened care cares stand stands
  actually basically again approx approximately around briefly came compute computed computing calculate calculated calculating calculation
  define definition defined describe dear guys hmm idea important interpret interpretation kind maybe bit define definitely
  most mostly nice none ought plot point present pull quite real reason report result results run simple simply someone sometimes
  statistic statistics term terms bring brings wonder wondering whats whether would draw drawn display print compared relative concept notion
  tomorrow tonight yesterday sentence english simpler short shortly brief briefly terms layman laymans beginner
  full history available years year days day months month date dates last past`
    .split(/\s+/u)
    .filter((word) => word !== ""),
);
