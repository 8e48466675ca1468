import { maskName, maskPhone } from './masks';

describe('what lists and departments see of somebody', () => {
  it.each([
    ['张', '张*'],
    ['张三', '张*'],
    ['张小明', '张**'],
    ['欧阳小明', '欧***'],
  ])('of the name %s is %s', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  it.each([
    ['13812345678', '138****5678'],
    ['02377720000', '023****0000'],
    ['500232199001011234', '500****1234'],
    ['7772000012', '****12'],
    ['77720000', '****00'],
    ['110', '****10'],
  ])('of the number %s is %s', (number, shown) => {
    expect(maskPhone(number)).toBe(shown);
  });
});
